import { createEffect, Show } from 'solid-js'
import type { Scene } from '../../../model/briefing/briefing'
import { showMessage } from '../../../model/messages/briefing-show'
import { shownOwnLayers } from '../../../model/own-data/own-data'
import { useApp, useMessages } from '../../context'
import { createFit } from './fit-text'
import { createTold, Points } from './points'

/** What is said to a scene: its title and its points. */
export function Caption(props: { scene: Scene | undefined }) {
  return (
    <Show when={props.scene} keyed>
      {(scene) => <SceneCaption scene={scene} />}
    </Show>
  )
}

function SceneCaption(props: { scene: Scene }) {
  let box: HTMLElement | undefined
  const t = useMessages(showMessage)
  const here = useApp().select(({ session }) => shownOwnLayers(session.own))
  /** How many own layers the page was made with, where fewer are here. */
  const missing = () => {
    const { ownFiles = 0 } = props.scene.view
    return ownFiles > here() ? ownFiles : undefined
  }
  const told = createTold(() => props.scene)
  const fit = createFit(() => box)
  createEffect(() => {
    told()
    fit()
  })
  return (
    <section class="show-caption" ref={box} lang="zh-CN" tabindex="0" aria-label={props.scene.title}>
      <h2>{props.scene.title}</h2>
      <Points points={told()} />
      <Show when={missing()}>{(count) => <p class="quiet">{t('show.ownData', { count: count() })}</p>}</Show>
    </section>
  )
}
