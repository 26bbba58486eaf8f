/** What the layer files share: how a layer stands in the list, texts, widths that grow with zoom, theme colours. */
import type {
  ExpressionSpecification,
  LayerSpecification,
  SymbolLayerSpecification,
} from '@maplibre/maplibre-gl-style-spec'
import { themeIds } from '../../../data/schema-ids'
import type { MapLayerDefinition, OwnLayerId } from '../../model/layers'
import type { AreaMark, BarMark, LegendGroup, LineMark } from '../../model/legend'
import type { Language, MessageKey } from '../../model/messages'
import type { Palette } from './palette'

export type { Language }

/** The record's lines and areas: a source of their own, because their geometry stays whatever a view shows of them. */
export const shapesSource = 'record-shapes'

/** How an entry of the legend is drawn; colours are the palette's. */
export type Swatch = AreaMark | LineMark | BarMark | { kind: 'text'; color: string; textKey: MessageKey }

/** What the legend says of a layer. */
export interface LegendEntry {
  group: LegendGroup
  messageKey: MessageKey
  swatch: Swatch
  /** Shown while a feature of the layer that has all of this is on the screen; without it any feature will do. */
  where?: { readonly [property: string]: string | boolean }
}

/** A layer and, beside it, what the legend says of it and what may change how it is shown. */
export interface MapLayer {
  layer: LayerSpecification
  /** What the reader turns it off or makes it paler with; a layer without a group is always there. */
  group?: MapLayerDefinition['id']
  /** Paint over another style's basemap. */
  overForeign?: { readonly [property: string]: unknown }
  legend?: readonly LegendEntry[]
}

/** Puts layers that belong together into one group. */
export const grouped = (group: OwnLayerId, layers: readonly MapLayer[]): MapLayer[] =>
  layers.map((layer) => ({ ...layer, group }))

/** Local text: the entries act as CSS families; "… Bold" at the end of the first gives weight 700. */
export const regularFont = ['PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', 'sans-serif']
/** The bold font of the map: the first of these the device has. */
export const boldFont = ['PingFang SC Bold', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', 'sans-serif']

/** Returns an expression for the value of a property. */
export const get = (property: string): ExpressionSpecification => ['get', property]
/**
 * Returns an expression for a property that is a pair of numbers, else for `usual`. Features that a map is asked for have
 * their pairs as text; what is made of those is not drawn, and need not be complained of.
 */
export const pair = (property: string, usual: readonly [number, number] = [0, 0]): ExpressionSpecification =>
  [
    'case',
    ['==', ['slice', ['typeof', ['get', property]], 0, 5], 'array'],
    ['array', 'number', 2, ['get', property]],
    ['literal', usual],
  ] as unknown as ExpressionSpecification
/** Returns an expression for whether a property has one of the values. */
export const is = (property: string, ...values: (string | boolean)[]): ExpressionSpecification =>
  values.length === 1
    ? ['==', ['get', property], values[0] as string]
    : ['in', ['get', property], ['literal', values as string[]]]
/** Returns an expression for whether all conditions hold. */
export const all = (...conditions: ExpressionSpecification[]): ExpressionSpecification => ['all', ...conditions]

/** A number that grows between stops of zoom as distances on the ground do. */
export function zoomed(...stops: [zoom: number, value: number | ExpressionSpecification][]): ExpressionSpecification {
  return ['interpolate', ['exponential', 1.6], ['zoom'], ...stops.flat()] as ExpressionSpecification
}
/** Returns an expression for a value that changes evenly between stops of zoom. */
export function faded(...stops: [zoom: number, value: number | ExpressionSpecification][]): ExpressionSpecification {
  return ['interpolate', ['linear'], ['zoom'], ...stops.flat()] as ExpressionSpecification
}

/**
 * Pixels for a width in metres on the ground. Web Mercator stretches it by the feature's own `mercator_scale`, which the build
 * writes into the tiles; a tile without it is drawn as at the equator.
 */
export function metersWide(meters: number, atLeast: number): ExpressionSpecification {
  const atEquator = (zoom: number) => (meters * 512 * 2 ** zoom) / 40_075_016.7
  const scale: ExpressionSpecification = ['coalesce', ['get', 'mercator_scale'], 1]
  const stops = [6, 8, 10, 12, 14, 16].map((zoom) => [zoom, ['max', atLeast, ['*', atEquator(zoom), scale]]] as const)
  return ['interpolate', ['exponential', 2], ['zoom'], ...stops.flat()] as unknown as ExpressionSpecification
}

/** Name of a feature of the record or of the basemap, in the language of the page. */
export function nameIn(language: Language): ExpressionSpecification {
  return language === 'en'
    ? ['coalesce', ['get', 'name:en'], ['get', 'nameEn'], ['get', 'name']]
    : ['coalesce', ['get', 'name:zh-Hans'], ['get', 'name:zh'], ['get', 'name']]
}

/** The colour of a feature's leading theme. */
export function themeColor(palette: Palette): ExpressionSpecification {
  const pairs = themeIds.flatMap((theme) => [theme, palette.theme[theme]])
  return ['match', ['get', 'theme'], ...pairs, palette.unthemed] as unknown as ExpressionSpecification
}

/** Returns the opaque colour that `share` of a colour makes over another; colours are `#rrggbb`. */
export function paler(color: string, ground: string, share: number): string {
  const channels = [1, 3, 5].map((at) => {
    const [over, under] = [color, ground].map((hex) => Number.parseInt(hex.slice(at, at + 2), 16)) as [number, number]
    return Math.round(under + (over - under) * share)
      .toString(16)
      .padStart(2, '0')
  })
  return `#${channels.join('')}`
}

/** The colour of its leading theme for a feature of a view that leaves themes out, else its usual one. */
export const litOr = (palette: Palette, usual: string | ExpressionSpecification): ExpressionSpecification => [
  'case',
  ['has', 'lit'],
  themeColor(palette),
  usual,
]

/** Returns the halo of letters in the colour of the palette, `width` pixels wide. */
export const halo = (palette: Palette, width = 1.4): SymbolLayerSpecification['paint'] => ({
  'text-halo-color': palette.label.halo,
  'text-halo-width': width,
  'text-halo-blur': 0.3,
})

/** An expression for whether a feature is pointed at. */
export const hovered: ExpressionSpecification = ['boolean', ['feature-state', 'hovered'], false]
/** An expression for whether a feature is selected. */
export const selected: ExpressionSpecification = ['boolean', ['feature-state', 'selected'], false]
/** Drawn by another source: as selected or pointed at, or as the partner of what is selected. */
export const drawnElsewhere: ExpressionSpecification = [
  'any',
  ['boolean', ['feature-state', 'focused'], false],
  ['boolean', ['feature-state', 'linked'], false],
]
/** An expression for whether a feature steps back behind those selected. */
export const dimmed: ExpressionSpecification = ['boolean', ['feature-state', 'dimmed'], false]
/** Returns an expression for one value if a condition holds and another if not. */
export const choose = (
  condition: ExpressionSpecification,
  then: number | string,
  otherwise: number | string | ExpressionSpecification,
) => ['case', condition, then, otherwise] as ExpressionSpecification
