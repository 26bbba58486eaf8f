/**
 * The map engine: the only importer of MapLibre. It opens the archives, makes the map at exactly the camera it is given
 * and turns the engine's faults into readable notices.
 */
import {
  addProtocol,
  type ErrorEvent,
  type GeoJSONSource,
  type MapLibreEvent,
  Map as MapLibreMap,
  type MapMouseEvent,
  prewarm,
  setWorkerUrl,
} from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import { Protocol } from 'pmtiles'
import type { Camera } from '../../geo/camera'
import { message } from '../model/messages'
import type { Actions } from '../state/actions'
import type { Language, PaletteChoice } from '../state/store'
import { openArchive } from './archives'
import { palettes } from './style/palette'
import { mapStyle } from './style/style'
import './map.css'

export type EngineMap = MapLibreMap
export type EngineSource = GeoJSONSource
export type EngineEvent = MapLibreEvent
export type EngineMouseEvent = MapMouseEvent

export interface EngineOptions {
  container: HTMLElement
  camera: Camera
  palette: PaletteChoice
  language: Language
  /** Addresses of the archives and the sprite by plain name. */
  assets: { readonly [name: string]: string }
  /** How long labels fade; 0 makes tests and stills settle at once. */
  fadeMilliseconds: number
}

const protocol = new Protocol()
addProtocol('pmtiles', protocol.tile)
setWorkerUrl(workerUrl)
// The worker starts while the page is still being put together.
prewarm()

/** An owner's own ground; the embedded one stands in when it fails. */
const configuredGround: string | undefined = import.meta.env.VITE_BASEMAP || undefined

export function createEngine({
  container,
  camera,
  palette,
  language,
  assets,
  fadeMilliseconds,
}: EngineOptions): EngineMap {
  const map = new MapLibreMap({
    container,
    style: mapStyle(palettes[palette], language, {
      basemap: configuredGround
        ? openArchive(protocol, new URL(configuredGround, document.baseURI).href, false)
        : embedded(assets, 'basemap.pmtiles'),
      districts: embedded(assets, 'districts.pmtiles'),
      sprite: new URL('sprite', document.baseURI).href,
    }),
    // The sprite's two files carry hashes of their own, so their names are not what the engine makes of one address.
    transformRequest: (url, type) => {
      if (type === 'SpriteJSON') return { url: addressOf(assets, 'sprite.json') }
      if (type === 'SpriteImage') return { url: addressOf(assets, 'sprite.png') }
      return { url }
    },
    center: [camera.longitude, camera.latitude],
    zoom: camera.zoom,
    bearing: camera.bearing,
    pitch: camera.pitch,
    minZoom: 6,
    maxZoom: 16,
    attributionControl: false,
    locale: {
      'CooperativeGesturesHandler.WindowsHelpText': message(language, 'embed.zoomWindows'),
      'CooperativeGesturesHandler.MacHelpText': message(language, 'embed.zoomMac'),
      'CooperativeGesturesHandler.MobileHelpText': message(language, 'embed.zoomMobile'),
    },
    trackResize: false,
    fadeDuration: fadeMilliseconds,
    maxCanvasSize: [8192, 8192],
    pixelRatio: hiddenPixelRatio,
    // Every palette is validated by a test; at run time it would only cost.
    validateStyle: false,
  })
  // No horizon comes into sight at the pitches this map allows, but the engine paints its sky over the whole canvas in
  // every frame: a fifth of a frame where the processor draws.
  map.painter.drawFunctions = { ...map.painter.drawFunctions, sky: () => {} }
  // The page's own region is the map; a second one of the same name would only confuse.
  map.getCanvas().setAttribute('role', 'application')
  map.getCanvas().setAttribute('aria-label', message(language, 'map.canvas'))
  return map
}

/**
 * Pixels a CSS pixel while the drawing still covers the map: the frames until everything has come are seen by nobody,
 * so they are drawn small.
 */
const hiddenPixelRatio = 0.25

/** From here on as many pixels as the screen has. */
export function sharpen(map: EngineMap): void {
  // Undefined, which the declaration leaves out, follows the window from screen to screen.
  map.setPixelRatio(undefined as unknown as number)
}

function addressOf(assets: EngineOptions['assets'], name: string): string {
  const address = assets[name]
  if (!address) throw new Error(`the page names no asset ${name}`)
  return address
}

const embedded = (assets: EngineOptions['assets'], name: string) => openArchive(protocol, addressOf(assets, name), true)

/** One readable notice a fault; an owner's ground that fails is replaced by the embedded one. */
export function reportFaults(map: EngineMap, actions: Actions, assets: EngineOptions['assets']): () => void {
  const told = new Set<string>()
  const tell = (key: string, values = {}) => {
    if (told.has(key)) return
    told.add(key)
    actions.notify(key, values)
  }
  const onError = (event: ErrorEvent) => {
    const text = String(event.error?.message ?? event.error)
    const fault = /(missing|noRanges|notAnArchive): (\S+)/.exec(text)
    const [, what = '', address = ''] = fault ?? []
    if (fault && configuredGround && address === new URL(configuredGround, document.baseURI).href) {
      if (!told.has('map.ground')) standIn(map, assets)
      told.add('map.ground')
      tell(`map.ground${what.charAt(0).toUpperCase()}${what.slice(1)}`, { address })
    } else if (fault) tell('map.groundFailed')
    else if (/sprite/i.test(text)) tell('map.spriteFailed')
    else console.error(event.error)
  }
  const onLost = () => tell('map.contextLost')
  map.on('error', onError)
  map.on('webglcontextlost', onLost)
  return () => {
    map.off('error', onError)
    map.off('webglcontextlost', onLost)
  }
}

function standIn(map: EngineMap, assets: EngineOptions['assets']) {
  const source = map.getSource('basemap')
  if (source && 'setUrl' in source)
    (source as { setUrl(url: string): void }).setUrl(embedded(assets, 'basemap.pmtiles'))
}

export function cameraOf(map: EngineMap): Camera {
  const { lng, lat } = map.getCenter()
  return { longitude: lng, latitude: lat, zoom: map.getZoom(), bearing: map.getBearing(), pitch: map.getPitch() }
}

/** The map as a PNG `data:` address: drawn once at `scale` pixels a CSS pixel and read before the browser clears it. */
export async function snapshot(map: EngineMap, scale: number): Promise<string> {
  const before = map.getPixelRatio()
  map.setPixelRatio(scale)
  await new Promise((resolve) => map.once('idle', resolve))
  const picture = new Promise<string>((resolve) => {
    map.once('render', () => resolve(map.getCanvas().toDataURL('image/png')))
  })
  map.triggerRepaint()
  const result = await picture
  map.setPixelRatio(before)
  return result
}
