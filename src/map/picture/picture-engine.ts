/** The engine that pictures are drawn with: hidden, used again for every picture, and never the page's. */
import type { Camera, Size } from '../../../geo/screen/camera'
import { loadPart } from '../../io/load-part'
import type { Basemap } from '../../model/basemaps'
import { addedLayersOn } from '../../model/layers'
import type { LegendSection } from '../../model/legend'
import { message } from '../../model/messages'
import { createActions } from '../../state/actions'
import { showsOwnData } from '../../state/own-shown'
import { createPictureStore, type PictureSubject, type SharedSession, showPicture } from '../../state/picture-state'
import { addedTools } from '../added/tools'
import { startAnalysisLayers } from '../analysis/layers'
import { startDrawnState } from '../drawn-state'
import { cameraOf, createEngine, type EngineMap } from '../engine'
import { forgetPlaces, graphicsOf, keepFrames, spreadGlyphs } from '../engine-internals'
import { createFollowers } from '../follow'
import { legendOf } from '../legend/body'
import { startRelationArcs } from '../relations/arcs'
import { styleInputsOf } from '../style-inputs'
import { styleSurface } from '../style-surface'
import { openCanvasWindow } from './canvas-window'
import { creditLines } from './credit-lines'
import { type DrawnTiles, drawTiles } from './draw-tiles'
import { makeShaders } from './make-shaders'
import { atRest } from './rest'
import { ratioWithin } from './tiles'

/** What pictures are made from besides their subject. */
export interface PictureMaterial {
  /** Addresses of the built assets by name. */
  assets: { readonly [name: string]: string }
  basemaps: readonly Basemap[]
}

/** What is drawn: a subject at a camera and a size in CSS pixels. */
export interface PictureTask {
  subject: PictureSubject
  shared: SharedSession
  camera: Camera
  size: Size & { pixelRatio: number }
  signal?: AbortSignal
  onProgress?: (done: number) => void
}

/** A picture with what it shows. */
export interface DrawnPicture extends DrawnTiles {
  camera: Camera
  /** Pixels a CSS pixel, as the canvas really has them. */
  pixelRatio: number
  legend: LegendSection[]
  ownData: boolean
  /** Who made the basemap, where it is not ours, and the added layers: a line each. */
  credits: string[]
}

/** The engine of pictures, which draws one after the other. */
export interface PictureEngine {
  draw: (task: PictureTask) => Promise<DrawnPicture>
  end: () => void
}

/** No canvas of today's browsers may be longer. */
const longestCanvasPixels = 16_384

/** Makes the engine for its first picture. */
export async function createPictureEngine(material: PictureMaterial, first: PictureTask): Promise<PictureEngine> {
  const place = placeOnPage(first.size)
  const store = createPictureStore(first.subject, first.shared)
  const map = createEngine({
    ...{ container: place, camera: first.camera, inputs: styleInputsOf(store.getState()), assets: material.assets },
    fadeMilliseconds: 0,
    still: true,
  })
  spreadGlyphs(map)
  const graphics = graphicsOf(map)
  const canvasWindow = openCanvasWindow(map.getCanvas(), graphics)
  const frame = keepFrames(map)
  const shadersMade = new Set<string>()
  const followers = createFollowers(store, styleSurface(map), 'at-once')
  const drawn = startDrawnState(map, followers)
  let credit: string | undefined
  let endBasemap = () => {}
  if (material.basemaps.length > 1) {
    const onCredit = (text: string | undefined) => {
      credit = text
    }
    const { startBasemap } = await loadPart(() => import('../basemap/basemap'))
    endBasemap = startBasemap(map, { ...material, followers, actions: createActions(store), onCredit })
  }
  startAnalysisLayers(map, followers)
  startRelationArcs(map, followers)
  await new Promise<void>((resolve) => (map.isStyleLoaded() ? resolve() : map.once('styledata', () => resolve())))
  drawn.showRecord()

  let drawsOwnData = false
  let hasAdded = false
  const addLayersOf = async ({ subject: { view }, shared }: PictureTask) => {
    if (hasAdded || addedLayersOn(view, shared).length === 0) return
    const { startAddedLayers } = await loadPart(() => import('../added/layers'))
    hasAdded = true
    startAddedLayers(map, followers, addedTools(map, store))
  }

  const draw = async (task: PictureTask): Promise<DrawnPicture> => {
    const { size, camera, signal } = task
    await addLayersOf(task)
    const rest = atRest(map, signal)
    giveSize(place, size)
    map.setPixelRatio(ratioWithin(size, size.pixelRatio, longestCanvasPixels))
    if (task.shared.own && !drawsOwnData) {
      drawsOwnData = true
      ;(await loadPart(() => import('../own-data/follower'))).startOwnLayers(map, followers)
    }
    showPicture(store, task.subject, task.shared)
    look(map, camera)
    await rest
    // The same picture from the same view, whatever came first.
    const placed = atRest(map, signal)
    forgetPlaces(map)
    await placed
    await makeShaders(map, canvasWindow, frame, shadersMade, signal)
    const tiles = await drawTiles(graphics, canvasWindow, frame, task)
    return {
      ...tiles,
      camera: cameraOf(map),
      pixelRatio: tiles.image.width / map.getContainer().clientWidth,
      legend: legendOf(map, store.getState()),
      ownData: showsOwnData(store.getState()),
      credits: creditLines(
        store.getState(),
        credit && message(store.getState().session.language, 'basemap.credit', { credit }),
      ),
    }
  }
  return {
    draw,
    end: () => {
      endBasemap()
      followers.end()
      map.remove()
      place.parentElement?.remove()
    },
  }
}

/** In the page, because a map needs a size, and out of sight, sound and reach. */
function placeOnPage(size: Size): HTMLElement {
  const frame = document.createElement('div')
  frame.className = 'map-pictures'
  frame.inert = true
  frame.setAttribute('aria-hidden', 'true')
  const place = document.createElement('div')
  giveSize(place, size)
  frame.append(place)
  document.body.append(frame)
  return place
}

function giveSize(place: HTMLElement, { width, height }: Size) {
  place.style.width = `${width}px`
  place.style.height = `${height}px`
}

function look(map: EngineMap, { longitude, latitude, zoom, bearing, pitch }: Camera) {
  map.jumpTo({ center: [longitude, latitude], zoom, bearing, pitch })
  map.triggerRepaint()
}
