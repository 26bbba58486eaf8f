import { type Component, createComputed, createResource, type JSX, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import type { View } from '../model/view'
import { type Services, useApp } from './context'

/** What the place of a part does when the part does not come. */
export interface PartPlace {
  /** Puts the page back as it was before the part was wanted. */
  onLost: () => void
  /** Wants the part again. */
  again: () => void
}

/**
 * A component in a chunk of its own. While it comes, the nearest `Suspense` waits; if it does not, its place goes back
 * to what was before, and a notice offers to try again.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<Component<Props>>,
): (props: Props & { place: PartPlace }) => JSX.Element {
  const loaded = new WeakMap<Services, Component<Props>>()
  return (props) => {
    const app = useApp()
    const here = loaded.get(app.services)
    if (here) return <Dynamic component={here as Component<object>} {...props} />
    const [part] = createResource(async () => {
      try {
        const component = await app.services.loadPart(load)
        loaded.set(app.services, component)
        return { component }
      } catch (error) {
        console.warn(error)
        props.place.onLost()
        app.services.lostPart(props.place.again)
        return undefined
      }
    })
    return <Show when={part()}>{(got) => <Dynamic component={got().component as Component<object>} {...props} />}</Show>
  }
}

/**
 * The place of a part that the view opens: it goes back to the selection, item and question of before. `closed` is what
 * shuts the part where nothing was before, as in a link.
 */
export function placeInView(isOpen: () => boolean, closed: Partial<View>): PartPlace {
  const app = useApp()
  let before: Partial<View> | undefined
  let wanted: Partial<View> = closed
  createComputed(() => {
    const { districts, feature, item, compare, analysis, camera } = app.view()
    const now = { districts, feature, item, compare, analysis, camera }
    if (isOpen()) wanted = now
    else before = now
  })
  return {
    onLost: () => app.actions.showAgain(before ?? closed),
    again: () => app.actions.showAgain(wanted),
  }
}
