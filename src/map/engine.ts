/**
 * The map engine: the only importer of MapLibre. It opens the archives, makes the map at exactly the camera it is given
 * and turns the engine's faults into readable notices.
 */
import {
  addProtocol,
  type CustomLayerInterface,
  type ErrorEvent,
  type GeoJSONSource,
  type MapLibreEvent,
  Map as MapLibreMap,
  type MapMouseEvent,
  type MapSourceDataEvent,
  prewarm,
  setWorkerUrl,
  type VectorTileSource,
} from 'maplibre-gl'
import { Protocol } from 'pmtiles'
import type { Camera } from '../../geo/screen/camera'
import { ownersPrefix } from '../model/basemaps'
import { isAddedId } from '../model/layers'
import { type MessageKey, message } from '../model/messages'
import type { Actions } from '../state/actions'
import { partsOf } from './archive-parts'
import { archiveFaultIn, faultText, openArchive, PartsSource, RangeSource } from './archives'
import { withEarlyWorker, workerUrl } from './early-worker'
import { type EngineTile, tilesOf, withoutSky } from './engine-internals'
import { palettes } from './style/palette'
import { firstStyle, mapStyle } from './style/style'
import type { StyleInputs } from './style-inputs'

/** The map of the engine. */
export type EngineMap = MapLibreMap
/** A source of the engine that takes features. */
export type EngineSource = GeoJSONSource
/** A source of the engine that takes tiles. */
export type EngineTiles = VectorTileSource
/** A layer of the engine that is drawn by a program of ours. */
export type EngineCustomLayer = CustomLayerInterface
/** An event of the engine. */
export type EngineEvent = MapLibreEvent
/** An event of pointer or touch on the map. */
export type EngineMouseEvent = MapMouseEvent

/** What a map of the engine is made from. */
export interface EngineOptions {
  container: HTMLElement
  camera: Camera
  inputs: StyleInputs
  /** Addresses of the archives and the sprite by plain name. */
  assets: { readonly [name: string]: string }
  /** Address of an owner's archive in place of the embedded basemap. */
  basemapArchive?: string
  /** How long names fade in and out. With 0 the engine looks for the places of all of them in every frame. */
  fadeMilliseconds: number
  /** Whether nobody moves it: a map that pictures are made with. */
  still?: boolean
}

let protocol: Protocol | undefined

let tilesBeingRead = 0
let tellOfFirstTiles = () => {}

/** When the tiles that archives were first asked for have been read, or cannot be, and are with the worker. */
export const firstTilesAreRead = new Promise<void>((resolve) => {
  tellOfFirstTiles = () => setTimeout(resolve)
})

async function tellingWhenRead<Answer>(isDescription: boolean, answer: Promise<Answer>): Promise<Answer> {
  if (isDescription) return answer
  tilesBeingRead++
  try {
    return await answer
  } finally {
    tilesBeingRead--
    if (tilesBeingRead === 0) tellOfFirstTiles()
  }
}

/**
 * Starts the engine's worker and teaches the engine to read archives; called as soon as this code has come, so that the
 * worker starts while the page is still being put together. No-op if it has been called before.
 */
export function prepareEngine(): Protocol {
  if (protocol) return protocol
  protocol = new Protocol()
  const { tile } = protocol
  addProtocol('pmtiles', (...asked) => tellingWhenRead(asked[0].type === 'json', tile(...asked)))
  setWorkerUrl(workerUrl)
  withEarlyWorker(prewarm)
  return protocol
}

/** Makes a map with our style at a camera. Throws where there is no graphics context. */
export function createEngine({
  container,
  camera,
  inputs,
  assets,
  basemapArchive,
  fadeMilliseconds,
  still = false,
}: EngineOptions): EngineMap {
  const { language } = inputs
  const sprite = new URL('sprite', document.baseURI).href
  const map = new MapLibreMap({
    container,
    style: firstStyle(
      mapStyle(
        palettes[inputs.palette],
        language,
        { basemap: basemapAddress(assets, basemapArchive), districts: embedded(assets, 'districts'), sprite },
        inputs,
      ),
    ),
    // The sprite's two files carry hashes of their own, so their names are not what the engine makes of one address.
    transformRequest: (url, type) => {
      if (!url.startsWith(`${sprite}.`) && !url.startsWith(`${sprite}@`)) return { url }
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
    // Beyond an archive's last zoom its tiles are drawn larger: cut in parts, each would be read again by the worker.
    zoomLevelsToOverscale: 16,
    attributionControl: false,
    locale: {
      'CooperativeGesturesHandler.WindowsHelpText': message(language, 'embed.zoomWindows'),
      'CooperativeGesturesHandler.MacHelpText': message(language, 'embed.zoomMac'),
      'CooperativeGesturesHandler.MobileHelpText': message(language, 'embed.zoomMobile'),
    },
    trackResize: false,
    interactive: !still,
    fadeDuration: fadeMilliseconds,
    maxCanvasSize: still ? anySize : [8192, 8192],
    // Every palette is validated by a test; at run time it would only cost.
    validateStyle: false,
  })
  withoutSky(map)
  // The page's own region is the map; a second one of the same name would only confuse.
  map.getCanvas().setAttribute('role', 'application')
  map.getCanvas().setAttribute('aria-label', message(language, 'map.canvas'))
  return map
}

/** A picture is drawn tile by tile, so the engine need not keep its canvas within what a graphics context can hold. */
const anySize: [number, number] = [32_768, 32_768]

function addressOf(assets: EngineOptions['assets'], name: string): string {
  const address = assets[name]
  if (!address) throw new Error(`the page names no asset ${name}`)
  return address
}

/** Every map of the page reads the same parts. */
const embeddedArchives = new Map<string, PartsSource>()

function embedded(assets: EngineOptions['assets'], name: string): string {
  const source = embeddedArchives.get(name) ?? new PartsSource(partsOf(assets, name))
  embeddedArchives.set(name, source)
  return openArchive(prepareEngine(), source)
}

/** Fetches what the embedded archives hold beyond the first view, so that no movement waits for it. */
export async function fetchRestOfArchives(): Promise<void> {
  // A part that does not come is asked for again, and told of, with a tile of it.
  for (const source of embeddedArchives.values()) await source.fetchRest().catch(() => undefined)
}

const basemapAddress = (assets: EngineOptions['assets'], archive: string | undefined) =>
  archive ? openOwnersArchive(archive) : embedded(assets, 'basemap')

/** Opens an owner's archive anew, with nothing kept of what was read of it. Returns its address as a source of the style. */
export const openOwnersArchive = (address: string): string => openArchive(prepareEngine(), new RangeSource(address))

/** Lets the map's own style draw another archive; without one, the embedded. */
export function setBasemapArchive(map: EngineMap, assets: EngineOptions['assets'], archive?: string): void {
  const source = map.getSource('basemap') as VectorTileSource | undefined
  const tiles = tilesOf(map, 'basemap')
  const go = (event: { sourceId?: string; sourceDataType?: string; error?: unknown }) => {
    if (event.sourceId !== 'basemap' || (event.sourceDataType !== 'content' && !event.error)) return
    map.off('sourcedata', go)
    map.off('error', go)
    tiles?.resume()
  }
  // A tile asked of the archive before, if it came later, would stay: the engine asks anew only for those that have come.
  tiles?.clearTiles()
  tiles?.pause()
  map.on('sourcedata', go)
  map.on('error', go)
  source?.setUrl(basemapAddress(assets, archive))
}

/** Whom an archive names as its author; undefined where it names nobody or cannot be read. */
export async function archiveCredit(archive: string): Promise<string | undefined> {
  const metadata = await prepareEngine().get(archive)?.getMetadata()
  return (metadata as { attribution?: string } | undefined)?.attribution
}

/** An event of a source, with the tile that has come if there is one. */
export type EngineSourceEvent = MapSourceDataEvent & {
  tile?: EngineTile & { state?: string; latestFeatureIndex?: unknown }
}
/** An error the engine reports, with its source if it has one. */
export type EngineFault = ErrorEvent & { sourceId?: string }

/** One readable notice a fault of what the page itself brings; an owner's basemap and layers are watched where they are put. */
export function reportFaults(map: EngineMap, actions: Actions): () => void {
  const told = new Set<string>()
  const tell = (key: MessageKey) => {
    if (told.has(key)) return
    told.add(key)
    actions.notify(key)
  }
  const onError = (event: EngineFault) => {
    if (isOwners(event)) return
    const text = faultText(event)
    if (archiveFaultIn(text)) tell('map.basemapFailed')
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

function isOwners(event: EngineFault): boolean {
  const archive = archiveFaultIn(faultText(event))
  if (archive)
    return ![...embeddedArchives.values()].some(({ parts }) => parts.some(({ address }) => address === archive.address))
  return event.sourceId !== undefined && (event.sourceId.startsWith(ownersPrefix) || isAddedId(event.sourceId))
}

/** False while the graphics context is lost: the engine has no style then, and must not be asked for one. */
export const canBeAsked = (map: EngineMap): boolean => Boolean(map.style)

/** Returns where the engine looks. */
export function cameraOf(map: EngineMap): Camera {
  const { lng, lat } = map.getCenter()
  return { longitude: lng, latitude: lat, zoom: map.getZoom(), bearing: map.getBearing(), pitch: map.getPitch() }
}
