/**
 * What this map uses of MapLibre beyond its documented interface, all in one place but for `engine-tiles-ahead.ts`. Each is
 * worth its milliseconds, and none is promised by MapLibre: a unit test says after an upgrade whether each is still there.
 */
import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { Map as MapLibreMap } from 'maplibre-gl'
import { nextTask } from './next-task'

/**
 * Takes the sky out of every frame. No horizon comes into sight at the pitches this map allows, but the engine paints
 * its sky over the whole canvas: a fifth of a frame where the processor draws.
 */
export function withoutSky(map: MapLibreMap): void {
  map.painter.drawFunctions = { ...map.painter.drawFunctions, sky: () => {} }
}

/**
 * Lets the engine begin no frame, for the time when nobody sees one. Tiles go on coming; `setData` and `setFilter` still
 * apply. Returns a function that lets frames begin again and asks for one.
 */
export function holdFrames(map: MapLibreMap): () => void {
  map.triggerRepaint = () => {}
  return () => {
    // The engine's own stands on its prototype.
    Reflect.deleteProperty(map, 'triggerRepaint')
    map.triggerRepaint()
  }
}

const stops = new WeakMap<MapLibreMap, number>()

/**
 * Lets frames place names and ask for tiles, but draw nothing. Returns a function that lets them draw again, once all who
 * stopped them let them, and asks for a frame.
 */
export function stopDrawing(map: MapLibreMap): () => void {
  const { painter } = map
  painter.render = () => {}
  stops.set(map, (stops.get(map) ?? 0) + 1)
  return () => {
    const others = (stops.get(map) ?? 1) - 1
    stops.set(map, others)
    if (others > 0) return
    Reflect.deleteProperty(painter, 'render')
    map.triggerRepaint()
  }
}

const fades = new WeakMap<MapLibreMap, number>()

/**
 * Lets every frame find the places of all names and show them at once, instead of a few names a frame that then fade in:
 * each of those frames is drawn. Returns a function that goes back to the engine's own way.
 */
export function placeAtOnce(map: MapLibreMap): () => void {
  const milliseconds = fades.get(map) ?? map._fadeDuration
  fades.set(map, milliseconds)
  map._fadeDuration = 0
  return () => {
    map._fadeDuration = milliseconds
  }
}

/**
 * Lets a frame find the places of all names at once while the map stands still, and of a few while it moves: for readers
 * who want no motion names do not fade, and a frame drawn for each few of them is drawn for nothing.
 */
export function placeAtOnceWhileStill(map: MapLibreMap): void {
  let milliseconds = map._fadeDuration
  fades.set(map, milliseconds)
  Object.defineProperty(map, '_fadeDuration', {
    get: () => (map.isMoving() ? milliseconds : 0),
    set: (given: number) => {
      milliseconds = given
    },
  })
}

/** The last frame an engine has kept. */
export interface KeptFrame {
  /** Draws it, as often as it is called. */
  draw: () => void
  /** Draws these layers of it alone. */
  drawOnly: (layers: ReadonlySet<string>) => void
}

/** Lets frames place names and ask for tiles, but keeps each instead of drawing it. */
export function keepFrames(map: MapLibreMap): KeptFrame {
  const { painter } = map
  const { render, renderLayer } = painter
  let kept: Parameters<typeof render> | undefined
  const keep: typeof render = (...frame) => {
    kept = frame
  }
  // For good: to stop and to let it draw means nothing to an engine that draws only when it is told to.
  Object.defineProperty(painter, 'render', { get: () => keep, set: () => {}, configurable: false })
  const draw = () => {
    // As the engine does before every frame: others may have used the context meanwhile.
    painter.context.setDirty()
    painter.setBaseState()
    if (kept) render.apply(painter, kept)
  }
  return {
    draw,
    drawOnly: (layers) => {
      painter.renderLayer = (...asked) => {
        if (layers.has(asked[2].id)) renderLayer.apply(painter, asked)
      }
      try {
        draw()
      } finally {
        Reflect.deleteProperty(painter, 'renderLayer')
      }
    },
  }
}

/** The graphics context an engine draws with. */
export const graphicsOf = (map: MapLibreMap): WebGL2RenderingContext => map.painter.context.gl

/** The tiles of a source, which can be cleared, paused and resumed. Returns undefined if the style has no such source. */
export const tilesOf = (map: MapLibreMap, source: string) => map.style.tileManagers[source]

/**
 * Adds a layer on top without validating it: every layer of ours is valid in a test, and to say so again the engine
 * writes out its whole style for each call.
 */
export function addUnvalidatedLayer(map: MapLibreMap, layer: LayerSpecification): void {
  map.style.addLayer(layer, undefined, { validate: false })
}

/**
 * Draws letters of a font into the engine's store of glyphs. Returns a promise of when they are there; undefined while
 * the engine has no style.
 */
export const drawGlyphs = (map: MapLibreMap, font: readonly string[], letters: readonly string[]) =>
  map.style?.glyphManager.getGlyphs({ [font.join()]: { default: [...letters] } })

/**
 * Lets the next frame place all names as if none had stood anywhere: a name keeps its side where it can, so that where
 * names stand depends on which tile came first. Asks for the frame.
 */
export function forgetPlaces(map: MapLibreMap): void {
  Object.assign(map.style.placement, { placements: {}, variableOffsets: {}, placedOrientations: {} })
  map.triggerRepaint()
}

/**
 * Lets an engine draw glyphs a few at a time, with the page's turn between, instead of all that a tile needs in one piece.
 * Call it before the first tile is asked for.
 */
export function spreadGlyphs(map: MapLibreMap): void {
  const { glyphManager } = map.style
  const getGlyphs = glyphManager.getGlyphs.bind(glyphManager)
  glyphManager.getGlyphs = async (asked) => {
    for (const [font, variants] of Object.entries(asked))
      for (const [variant, letters] of Object.entries(variants)) {
        const rest = [...letters]
        while (rest.length > 0) {
          await getGlyphs({ [font]: { [variant]: rest.splice(0, glyphsAtOnce) } })
          await nextTask()
        }
      }
    return getGlyphs(asked)
  }
}

/** A letter takes milliseconds where the processor is slow. */
const glyphsAtOnce = 8

type ProgramVariant = Parameters<MapLibreMap['painter']['programCache']['getProgram']>[0]
type ProgramConfiguration = NonNullable<ProgramVariant['programConfiguration']>

/** The engine's class of what a program takes from a layer's paint. */
export type Configuration = new (
  layer: MapLibreMap['style']['_layers'][string],
  zoom: number,
  isOfProgram: (property: string) => boolean,
) => ProgramConfiguration

/** A tile that has come, as the engine keeps it. */
export interface EngineTile {
  buckets?: { [layer: string]: object }
}

/** The programs a kind of layer is drawn with, each with how the properties it takes begin. */
const programsOf: { readonly [kind: string]: readonly (readonly [name: string, properties: string])[] } = {
  fill: [['fill', 'fill-']],
  line: [['line', 'line-']],
  symbol: [
    ['symbolSDF', 'text-'],
    ['symbolSDF', 'icon-'],
  ],
}

/** What has the engine configure programs: it comes with a tile alone. Undefined for a tile that draws nothing. */
export function configurationOf({ buckets = {} }: EngineTile): Configuration | undefined {
  for (const [layer, bucket] of Object.entries(buckets)) {
    if (!('programConfigurations' in bucket)) continue
    const { programConfigurations } = bucket as { programConfigurations: { get: (layer: string) => object } }
    return programConfigurations.get(layer).constructor as Configuration
  }
  return undefined
}

/**
 * Makes the programs with which the layers of some sources are drawn where the map looks, one with each step, for the time
 * when the engine waits for its worker: it else makes them, and waits for each, in the frame that draws all of them first.
 * One that this leaves out is made then.
 */
export function* programsAhead(map: MapLibreMap, sources: readonly string[], LayerConfiguration: Configuration) {
  const { painter, style } = map
  if (!style.projection) return
  const { shaderVariantName: name, shaderDefine: define, shaderPreludeCode: prelude } = style.projection
  const variant = { projectionShaderVariant: { name, define, prelude }, ...plainVariant }
  yield painter.programCache.getProgram({ name: 'clippingMask', ...variant })
  const zoom = map.getZoom()
  const made = new Set<string>()
  for (const layer of style._order.map((id) => style._layers[id])) {
    if (!layer || !sources.includes(layer.source) || layer.isHidden(zoom)) continue
    for (const [shader, properties] of programsOf[layer.type] ?? []) {
      if (properties === 'icon-' && !layer.getLayoutProperty('icon-image')) continue
      const programConfiguration = new LayerConfiguration(layer, zoom, (property) => property.startsWith(properties))
      const isDashed = layer.type === 'line' && layer.getPaintProperty('line-dasharray') !== undefined
      const name = isDashed ? 'lineSDF' : shader
      const key = name + programConfiguration.cacheKey
      if (made.has(key)) continue
      made.add(key)
      yield painter.programCache.getProgram({ name, programConfiguration, ...variant })
    }
  }
}

const plainVariant = { showOverdrawInspector: false, useTerrain: false, defines: [] }
