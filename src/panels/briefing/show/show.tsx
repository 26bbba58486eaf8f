import { createEffect, createResource, Match, onCleanup, Show, Switch } from 'solid-js'
import { type Briefing, ownSlug, placeOfScene } from '../../../model/briefing/briefing'
import type { MadeValues } from '../../../model/briefing/made-values'
import type { OwnFailure } from '../../../model/briefing/own-briefings'
import { showMessage } from '../../../model/messages/briefing-show'
import type { View } from '../../../model/view'
import '../../../styles/briefing-show.css'
import { type App, useApp, useMessages } from '../../context'
import { Player } from './player'

/** Comes once the map is drawn: the network may be gone when somebody asks. */
function loadWhatKeysAskFor(app: App) {
  let asked = false
  createEffect(() => {
    if (asked || app.session().mapBusy) return
    asked = true
    app.services.loadPart(() => import('../../search/engine')).catch(() => undefined)
  })
}

type Shown = { briefing: Briefing; made?: MadeValues }
type Found = Shown | { problem: 'unknown' | 'lost' | OwnFailure }

/** The show of the briefing that the view names: it comes, or a sentence says why not and the map stays. */
export function BriefingShow() {
  const app = useApp()
  const t = useMessages(showMessage)
  document.documentElement.classList.add('showing')
  const named = () => {
    const { scene, ownBriefing } = app.view()
    return scene || ownBriefing ? `${scene?.briefing ?? ownSlug} ${ownBriefing ?? ''}` : undefined
  }
  const [found] = createResource(named, async (): Promise<Found> => {
    const result = await find(app)
    if ('problem' in result) giveUp(app, t(`show.${result.problem}`, { slug: app.view().scene?.briefing ?? '' }))
    else enter(app, result.briefing, (no) => say(app, t('show.unknownScene', { no })))
    return result
  })
  app.services.wantDetails()
  loadWhatKeysAskFor(app)
  const shown = (): Shown | undefined => {
    const result = found.latest
    return result && 'briefing' in result && !found.loading ? result : undefined
  }
  onCleanup(() => {
    document.documentElement.classList.remove('showing')
    app.actions.setTransition(undefined)
  })
  return (
    <Switch>
      <Match when={found.loading}>
        <p class="show-loading" role="status">
          {t('show.loading')}
        </p>
      </Match>
      <Match when={shown()}>
        <Show when={shown()} keyed>
          {({ briefing, made }) => <Player briefing={briefing} made={made} />}
        </Show>
      </Match>
    </Switch>
  )
}

async function find(app: App): Promise<Found> {
  const { scene, ownBriefing } = app.view()
  if (ownBriefing || scene?.briefing === ownSlug) {
    const own = await app.services.ownBriefings().catch(() => undefined)
    const opened = own?.ofView(app.view())
    if (!opened) return { problem: 'lost' }
    return opened.ok ? opened.own : { problem: opened.reason }
  }
  const published = await app.services.publishedBriefings()
  if (!published) return { problem: 'lost' }
  const briefing = published.find(({ slug }) => slug === scene?.briefing)
  return briefing ? { briefing } : { problem: 'unknown' }
}

/** The map stays, with what else the link says; the address is left until something is chosen. */
function giveUp(app: App, sentence: string) {
  app.actions.restore({ ...app.view(), scene: undefined, ownBriefing: undefined })
  say(app, sentence)
}

const say = (app: App, sentence: string) => app.actions.notify('link.retired', { sentence })

/** Puts the view at a scene the briefing has, without a step of the history. */
function enter(app: App, briefing: Briefing, onUnknown: (no: number) => void) {
  app.actions.setTransition(briefing.transition)
  const view = app.view()
  const no = view.scene?.index
  if (no !== undefined && placeOfScene(briefing, no) >= 0) return
  const [first] = briefing.scenes
  if (no !== undefined) onUnknown(no)
  const scene: View['scene'] = { briefing: briefing.slug, index: first?.no ?? 0 }
  app.actions.restore({ ...view, scene })
}
