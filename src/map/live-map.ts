/**
 * The engine's map put together: made behind the static map, written by `sync`, read by `interaction` and `keyboard`. When
 * its first frame is complete it takes the static map's place at the same camera.
 */
import { loadPart } from '../io/load-part'
import { addedLayersOn } from '../model/layers'
import type { PlanRecord } from '../model/record'
import type { LostPart } from '../state/lost-parts'
import type { State } from '../state/store'
import type { AddedAt } from './added/identify'
import { addedTools } from './added/tools'
import { afterPaint } from './after-paint'
import { startAnalysisLayers } from './analysis/layers'
import { loadPageBasemaps } from './basemap/on-page'
import type { MapContext } from './context'
import { startControls } from './controls'
import { startCrowdList } from './crowd'
import { startDrawnState } from './drawn-state'
import { startEmbedding } from './embedding'
import { cameraOf, createEngine, type EngineMap, fetchRestOfArchives, firstTilesAreRead, reportFaults } from './engine'
import { placeAtOnceWhileStill } from './engine-internals'
import { drawOnceLoaded, whenEverythingHasCome, whenTilesAreAsked } from './first-frames'
import { createFollowers, type Followers, pageSurface } from './follow'
import { preloadGlyphs, preloadGlyphsWhenIdle } from './glyph-preload'
import { startInteraction } from './interaction'
import { startKeyboard } from './keyboard'
import { startLegend } from './legend/legend'
import { startPrinterAtRest } from './picture/printer-at-rest'
import { prepareRecord } from './prepare-record'
import { wantsRelations } from './relations/subjects'
import { startRestMark } from './rest-mark'
import { shapesSource } from './style/parts'
import { styleInputsOf } from './style-inputs'
import { styleSurface } from './style-surface'
import { startSync } from './sync'

export { prepareEngine } from './engine'

/** The page's map as the page uses it. */
export interface LiveMap {
  /** When the worker has the tiles the engine asked it for first. */
  tilesRead: Promise<void>
  /** Works out beforehand, piece by piece, what the map will show of a record. */
  prepareRecord(record: PlanRecord): Promise<void>
  destroy(): void
}

/**
 * Starts the engine on the page and calls `onReady` once it draws, when the static map can go. Returns the map.
 * @public because `src/map/start.ts` reads it from the module that `src/boot.ts` imports.
 */
export async function startLiveMap(context: MapContext, onReady: () => void): Promise<LiveMap> {
  const { store, actions, staticMap, assets } = context
  const basemaps = await loadPageBasemaps(context)
  const { container, element } = staticMap
  const { liveCamera: camera } = store.getState().session
  if (!camera) throw new Error('the static map has no camera yet')
  const place = document.createElement('div')
  place.className = 'map-engine map-engine-waiting'
  element.before(place)
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
  const map = madeOrRemoved(place, () =>
    createEngine({
      container: place,
      camera,
      inputs: styleInputsOf(store.getState()),
      assets,
      basemapArchive: basemaps?.archive,
      fadeMilliseconds: isCalm ? 1 : 200,
    }),
  )
  if (isCalm) placeAtOnceWhileStill(map)
  whenTilesAreAsked(map).then(() => setTimeout(preloadGlyphs, 0, map, element.textContent ?? ''))
  const surface = styleSurface(map)
  const followers = createFollowers(store, surface)
  const onPage = createFollowers(store, pageSurface, 'at-once')
  const drawn = startDrawnState(map, followers)
  const sync = startSync(map, followers, surface, actions, staticMap)
  const added: AddedAt = {}
  const crowdList = startCrowdList(map, store, actions)
  const ends = [
    reportFaults(map, actions),
    basemaps?.start(map, followers, onPage) ?? (() => {}),
    sync.end,
    followers.end,
    onPage.end,
    crowdList.end,
    startInteraction(map, onPage, actions, crowdList, added),
    startKeyboard(map, store, actions, crowdList),
    startControls(map, onPage, actions, container),
    startLegend(map, onPage, container, context.lostPart),
    whenFirst(onPage, askedOnTheBasemap, async () => startAnalysisLayers(map, followers)),
    whenFirst(
      onPage,
      ({ view, session }) => !session.mapBusy && addedLayersOn(view, session).length > 0,
      async () =>
        (await loadPart(() => import('./added/layers'))).startPageAddedLayers(
          ...([map, followers, actions, addedTools(map, store), added] as const),
        ),
      context.lostPart,
    ),
    whenFirst(
      onPage,
      ({ session }) => session.sketch !== undefined,
      async () => (await loadPart(() => import('./draw-tool'))).startDrawing(map, onPage, actions),
      context.lostPart,
    ),
    whenFirst(
      onPage,
      // A talk may lose its network: what a later scene draws comes with the first.
      (state) => !state.session.mapBusy && (wantsRelations(state) || state.session.transition !== undefined),
      async () => (await loadPart(() => import('./relations/arcs'))).startRelationArcs(map, followers),
      context.lostPart,
    ),
    whenFirst(
      onPage,
      ({ session }) => !session.mapBusy && session.own !== undefined,
      async () => (await loadPart(() => import('./own-data/on-page'))).startOwnData(map, followers),
      context.lostPart,
    ),
    whenFirst(
      onPage,
      ({ session }) => !session.mapBusy && session.nextView !== undefined,
      async () => (await loadPart(() => import('./show'))).startShow(map, onPage, staticMap),
      context.lostPart,
    ),
    whenFirst(
      onPage,
      ({ session }) => session.record.status === 'ready' && !session.mapBusy,
      async () => {
        fetchRestOfArchives()
        return preloadGlyphsWhenIdle(map, namesOf(store.getState()))
      },
    ),
    startPrinterAtRest(map, store),
    startEmbedding(map, onPage),
    markBusy(map, store, container),
    startRestMark(map, store, actions),
  ]
  whenEverythingHasCome(map, () =>
    map.once('idle', () => {
      performance.mark('yulan:map-idle')
      place.classList.remove('map-engine-waiting')
      onReady()
      // Seen first: all that waited for the basemap is more work than the basemap's last frame.
      afterPaint(() => {
        actions.mapIsDrawn()
        container.setAttribute('aria-busy', 'false')
        sync.staticMapIsGone()
        drawn.showRecord()
        if (store.getState().session.record.status === 'ready')
          drawOnceLoaded(map, ['record', shapesSource, 'focus', 'selection', 'analysis'])
        actions.cameraRested(cameraOf(map), false)
      })
    }),
  )
  return {
    tilesRead: firstTilesAreRead,
    prepareRecord: (record) => prepareRecord(map, record, store.getState()),
    destroy: () => {
      for (const end of ends) end()
      map.remove()
      place.remove()
    },
  }
}

/** Without a graphics context there is no map, and nothing of it may stay in the page. */
function madeOrRemoved(place: HTMLElement, make: () => EngineMap): EngineMap {
  try {
    return make()
  } catch (error) {
    place.remove()
    throw error
  }
}

function markBusy(map: EngineMap, store: MapContext['store'], container: HTMLElement): () => void {
  const rest = () => {
    if (!store.getState().session.mapBusy) container.setAttribute('aria-busy', 'false')
  }
  const work = () => container.setAttribute('aria-busy', 'true')
  map.on('idle', rest)
  map.on('dataloading', work)
  return () => {
    map.off('idle', rest)
    map.off('dataloading', work)
  }
}

/** The basemap comes first, and answers are laid over it. */
const askedOnTheBasemap = ({ session }: State) => !session.mapBusy && session.analysis.status !== 'none'

const namesOf = ({ session: { record } }: State) =>
  record.status === 'ready' ? record.value.features.map(({ properties }) => properties.name).join('') : ''

/** Parts of the map most readers never need come when the state first asks for them. */
function whenFirst(
  { follow, store }: Followers,
  wanted: (state: State) => boolean,
  start: () => Promise<() => void>,
  lostPart?: LostPart,
): () => void {
  let end: (() => void) | undefined
  let started = false
  let over = false
  const begin = async (isWanted: boolean) => {
    if (started || over || !isWanted) return
    started = true
    try {
      end = await start()
    } catch (error) {
      if (!lostPart) throw error
      console.warn(error)
      started = false
      lostPart(() => begin(wanted(store.getState())))
    }
  }
  const unfollow = follow(wanted, begin)
  return () => {
    over = true
    unfollow()
    end?.()
  }
}
