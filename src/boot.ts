/**
 * The first script of the page, and a small one: it puts the static map where the link looks, so that the map is seen
 * before anything large has run, and only then starts the application.
 */
import { assets } from 'virtual:yulan-assets'
import { basemaps } from 'virtual:yulan-owners'
import { region } from 'virtual:yulan-region'
import { themeIds } from '../data/schema-ids'
import { homeTileZoom } from '../geo/screen/camera'
import { loadCore } from './io/load'
import { rememberedPreferences } from './io/preferences'
import { firstParts, partsOf } from './map/archive-parts'
import { fitOfStaticMap } from './map/camera-fit'
import { startWorkerEarly } from './map/early-worker'
import { adoptStaticMap } from './map/first-paint/static-map'
import { hasWebGl2 } from './map/has-webgl2'
import { mapPadding, openPanels } from './model/layout'
import { loadLanguage } from './model/messages/load-language'
import { defaultView } from './model/view'
import { decodeAddress } from './state/link'
import { showsMore } from './state/record-wanted'

const container = document.getElementById('map')
if (!container) throw new Error('the page has no #map')
const dark = matchMedia('(prefers-color-scheme: dark)').matches
document.documentElement.dataset.palette = rememberedPreferences().palette ?? (dark ? 'dark' : 'light')

const staticMap = adoptStaticMap(container, region)
const show = () => {
  const view = decodeAddress(location.href)?.view ?? defaultView(themeIds)
  const padding = mapPadding(staticMap.size(), openPanels(view))
  const camera = view.camera ?? fitOfStaticMap(staticMap, view, staticMap.size(), padding)
  staticMap.show(camera)
  staticMap.select(view.districts)
  return { view, camera }
}
const { view, camera } = show()
// Read while the application is on its way: where such a view looks is known only with the record.
const record = showsMore(view) ? loadCore() : undefined
/** The part of each archive that holds the tiles of the first view. */
const partInView = () => {
  const nearer = view.feature === undefined ? Math.floor(camera.zoom) - homeTileZoom(region.homeBounds) : 1
  return nearer > 0 ? firstParts.near : nearer === 0 ? firstParts.home : firstParts.above
}

/** A district clicked before the application is there: the address says so, and the application reads the address. */
const onEarlyClick = (event: MouseEvent) => {
  const link = event.target instanceof Element ? event.target.closest('a[data-district]') : null
  const address = link?.getAttribute('href')
  if (!address || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  history.pushState(null, '', address)
  show()
}
staticMap.element.addEventListener('click', onEarlyClick)

function preloadArchive(name: string) {
  const parts = partsOf(assets, name)
  for (const part of [firstParts.directory, partInView()]) preload(parts[part]?.address ?? '')
}

function preloadForEngine() {
  preloadArchive('districts')
  // An owner's basemap may stand in its place.
  if (basemaps.length === 1) preloadArchive('basemap')
  for (const name of ['sprite.json', 'sprite.png']) preload(assets[name] ?? '')
}

/** When the scripts asked for so far are here, read or not; at once where they come in another way. */
const codeHasCome = () =>
  Promise.all(
    [...document.querySelectorAll<HTMLLinkElement>('link[rel=modulepreload]')]
      .filter(({ href }) => performance.getEntriesByName(href).length === 0)
      .map((link) => new Promise((resolve) => ['load', 'error'].map((event) => link.addEventListener(event, resolve)))),
  )

/** On its way while the code that asks for it is read. */
function preload(address: string) {
  const link = document.createElement('link')
  Object.assign(link, { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', fetchPriority: 'low', href: address })
  document.head.append(link)
}

requestAnimationFrame(async () => {
  performance.mark('yulan:map-visible')
  // Loading while the application starts; a failure is reported where the engine is awaited.
  const engine = hasWebGl2() ? engineOnItsWay() : undefined
  engine?.catch(() => undefined)
  const main = import('./main')
  // Code is read for as long as tiles are on their way: on a slow line it comes first, all of it.
  if (engine) Promise.race([codeHasCome(), engine]).then(preloadForEngine, () => undefined)
  const [{ start }, language] = await Promise.all([main, languageThatComes()])
  staticMap.element.removeEventListener('click', onEarlyClick)
  start(staticMap, { record, engine, language })
  document.getElementById('not-started')?.remove()
})

/** The reader's language once its texts are here; without them the page is in its first language. */
async function languageThatComes() {
  const { language } = rememberedPreferences()
  try {
    if (language) await loadLanguage(language)
    return language
  } catch (error) {
    console.warn(error)
    return undefined
  }
}

/** The engine's code, and its worker beside it. */
async function engineOnItsWay() {
  startWorkerEarly()
  const liveMap = await import('./map/live-map')
  liveMap.prepareEngine()
  return liveMap
}
