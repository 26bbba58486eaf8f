/** The composition root: store, record, history, panels and map, each told of the others only through state. */
// Before all others, which place what it draws anew on small screens.
import './map/map.css'
import { assets, release } from 'virtual:yulan-assets'
import { basemaps, layers } from 'virtual:yulan-owners'
import { region } from 'virtual:yulan-region'
import { render } from 'solid-js/web'
import { exchangeServices } from './exchange'
import { createAnalyst } from './io/analysis'
import { copyText } from './io/clipboard'
import { dayOf } from './io/clock'
import { whatIsDeployed } from './io/deployment'
import { saveFile } from './io/file'
import { loadCore, loadDetails } from './io/load'
import { loadPart } from './io/load-part'
import { rememberedPreferences, rememberPreferences } from './io/preferences'
import { recordBounds } from './map/camera-fit'
import type { StaticMap } from './map/first-paint/static-map'
import type { LiveMap } from './map/live-map'
import { startMap } from './map/start'
import { firstBasemap } from './model/basemaps'
import type { Exporter } from './model/handout/exporter'
import { ownLayers } from './model/layers'
import type { Language } from './model/messages'
import { indexRecord } from './model/record'
import { Panels } from './panels/app'
import { AppProvider, type Services } from './panels/context'
import { followTranslators } from './panels/translated'
import { createActions } from './state/actions'
import { followAnalysis } from './state/analysis'
import { addressOf, followHistory } from './state/history'
import { createLostPart } from './state/lost-parts'
import { followOffline } from './state/offline'
import { openAddress, resolveOpened, resolveOpenedItem } from './state/open-link'
import { showsMore, whenMapRests, whenRecordIsWanted } from './state/record-wanted'
import { createAppStore } from './state/store'
import { followSurroundings } from './state/surroundings'
import './styles/panels.css'
import './styles/short.css'

/** What the boot script has already requested. */
export interface OnItsWay {
  record: ReturnType<typeof loadCore> | undefined
  /** The language chosen last, with its texts here. */
  language: Language | undefined
  /** None where there is no WebGL 2. */
  engine: Promise<typeof import('./map/live-map')> | undefined
}

/** Starts the application on the static map of the page. */
export function start(staticMap: StaticMap, onItsWay: OnItsWay) {
  const { palette } = rememberedPreferences()
  const { language } = onItsWay
  const store = createAppStore({
    today: dayOf(new Date()),
    palette: document.documentElement.dataset.palette === 'dark' ? 'dark' : 'light',
    basemap: firstBasemap(basemaps),
    layers: [...ownLayers, ...layers],
    paletteFollowsSystem: palette === undefined,
    ...(language ? { language } : {}),
  })
  const actions = createActions(store)
  openAddress(location.href, store, actions, release)
  followSurroundings(store, actions, staticMap.size, rememberPreferences)
  followHistory(store, actions, { release, framed: window.parent !== window })

  const reload = () => {
    history.replaceState(null, '', addressOf(store.getState().view, release))
    location.reload()
  }
  const lostPart = createLostPart(actions, { deployed: whatIsDeployed, reload })

  const loadRecord = async () => {
    actions.recordIs({ status: 'loading' })
    const loaded = await (onItsWay.record ?? loadCore())
    onItsWay.record = undefined
    if (!loaded.ok) return actions.recordIs({ status: 'failed', file: loaded.file })
    const record = indexRecord(loaded.value, region)
    resolveOpened(record, store, actions)
    actions.boundsAre(recordBounds(record))
    // While the engine's code is read nothing else is to be done.
    const { analysis } = store.getState().view
    if (analysis) analyst.ask(record, analysis)
    // The engine gives its worker tiles to work on first, and panels are filled meanwhile.
    const codeIsHere = await orLater(engineCode, patienceMilliseconds.code)
    if (codeIsHere)
      await orLater(
        map.then((live) => live?.tilesRead),
        patienceMilliseconds.tiles,
      )
    // What a link opens is read first; the map alone is better not kept still for long.
    if (!showsMore(store.getState().view)) await engineMap?.prepareRecord(record)
    actions.recordIs({ status: 'ready', value: record })
  }
  const wantDetails = async () => {
    const { status } = store.getState().session.details
    if (status === 'loading' || status === 'ready') return
    actions.detailsAre({ status: 'loading' })
    const loaded = await loadDetails()
    if (loaded.ok) resolveOpenedItem(loaded.value, store, actions)
    actions.detailsAre(loaded.ok ? { status: 'ready', value: loaded.value } : { status: 'failed', file: loaded.file })
  }

  // The engine first: its code is on its way while the panels are put together.
  const map = startMap({ store, actions, staticMap, assets, basemaps, lostPart, reload }, onItsWay.engine)
  const engineCode = Promise.resolve(onItsWay.engine).catch(() => undefined)
  let engineMap: LiveMap | undefined
  map.then((live) => {
    engineMap = live
  })
  const analyst = createAnalyst()
  followAnalysis(store, actions, analyst)
  let exporter: Promise<Exporter> | undefined
  const services: Services = {
    ...exchangeServices(store, actions),
    region,
    basemaps,
    copyText,
    saveFile,
    pngOf: async (image) => (await loadPart(() => import('./io/raster'))).pngOf(image),
    loadPart,
    lostPart,
    exporter: () => {
      exporter ??= loadPart(() => import('./exports')).then(({ createExporter }) =>
        createExporter({ store, wantDetails, release, assets, basemaps, mapSize: staticMap.size }),
      )
      // Code that did not come is asked for again.
      exporter.catch(() => {
        exporter = undefined
      })
      return exporter
    },
    publishedBriefings: async () => (await loadPart(() => import('./briefings'))).publishedBriefings(),
    components: async () => (await loadPart(() => import('./io/components'))).loadComponents(),
    recordWorkbooks: async () =>
      (await loadPart(() => import('./record-workbooks'))).createRecordWorkbooks(store, region),
    layerCounts: async (address) => (await loadPart(() => import('./io/layer-counts'))).loadLayerCounts(address),
    addressOf: (at) => addressOf(at, release),
    retryRecord: loadRecord,
    wantDetails,
    wantDetailsAtRest: () => whenMapRests(store, wantDetails),
  }
  const panels = document.getElementById('panels')
  if (!panels) throw new Error('the page has no #panels')
  followTranslators(panels)
  render(
    () => (
      <AppProvider store={store} actions={actions} services={services}>
        <Panels />
      </AppProvider>
    ),
    panels,
  )
  whenRecordIsWanted(store, loadRecord)
  if (import.meta.env.PROD)
    followOffline(store, actions, async (told) => (await import('./io/offline')).startOffline(told), reload)
}

/** On a slow network what is written must not wait for the engine's code; once that is here, little is left. */
const patienceMilliseconds = { code: 100, tiles: 400 }

/** Returns what a promise gives; undefined if it has not come in time. */
const orLater = <Value,>(promise: Promise<Value>, milliseconds: number): Promise<Value | undefined> =>
  Promise.race([promise, new Promise<undefined>((resolve) => setTimeout(resolve, milliseconds))])
