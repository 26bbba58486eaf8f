import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { Palette } from '../palette'
import {
  all,
  boldFont,
  choose,
  drawnElsewhere,
  faded,
  get,
  halo,
  is,
  type Language,
  type MapLayer,
  regularFont,
  selected,
} from '../parts'

/** A board's name steps aside for a district's. */
const boardAnchors: (string | [number, number])[] = [
  ['center', [0, 0]],
  ['bottom', [0, -0.9]],
  ['top', [0, 0.9]],
  ['right', [-1.2, 0]],
  ['left', [1.2, 0]],
  ['bottom-right', [-0.8, -0.8]],
  ['top-right', [-0.8, 0.8]],
  ['bottom-left', [0.8, -0.8]],
  ['top-left', [0.8, 0.8]],
].flat() as (string | [number, number])[]

/** 西部 over 科学之城: two short lines find a place where one long line finds none. */
const inTwoLines = (name: ExpressionSpecification): ExpressionSpecification => [
  'concat',
  ['slice', name, 0, 2],
  '\n',
  ['slice', name, 2],
]

/** `“惠民—忠兴”` over 智慧总部新城: the engine would begin the second line with the closing mark. */
const afterTheQuoted = (name: ExpressionSpecification): ExpressionSpecification => {
  const end: ExpressionSpecification = ['+', ['index-of', '”', name], 1]
  return [
    'case',
    ['all', ['>', ['length', name], 11], ['>', end, 1]],
    ['concat', ['slice', name, 0, end], '\n', ['slice', name, end]],
    name,
  ]
}

/** Zones whose extent no document gives: text alone. */
export function zoneNames(palette: Palette, name: ExpressionSpecification, language: Language): MapLayer[] {
  return [
    {
      group: 'boards',
      layer: {
        id: 'label-zones',
        type: 'symbol',
        source: 'record',
        minzoom: 9,
        filter: is('class', 'zone'),
        layout: {
          'text-field': language === 'en' ? name : afterTheQuoted(name),
          'text-font': regularFont,
          'text-size': faded([9, 11], [13, 15]),
          'text-letter-spacing': language === 'en' ? 0.04 : 0.18,
          // Nine Chinese letters and their gaps: a name is not cut in two inside a word if it can be helped.
          'text-max-width': language === 'en' ? 9 : 11,
          'symbol-sort-key': get('sort'),
          'text-padding': 8,
          // Its dot stands in the middle.
          'text-variable-anchor-offset': ['top', [0, 0.5], 'bottom', [0, -0.5], 'left', [0.7, 0], 'right', [-0.7, 0]],
        },
        paint: { 'text-color': palette.label.board, 'text-opacity': choose(drawnElsewhere, 0, 1), ...halo(palette) },
      },
    },
  ]
}

/** The five boards by direction: over the districts' names in the list they would push them away, so under them. */
export function boardNames(palette: Palette, name: ExpressionSpecification, language: Language): MapLayer[] {
  const isEnglish = language === 'en'
  return [
    {
      group: 'boards',
      layer: {
        id: 'label-boards',
        type: 'symbol',
        source: 'record',
        minzoom: 7.8,
        maxzoom: 10.4,
        filter: is('class', 'board'),
        layout: {
          'text-field': isEnglish ? name : inTwoLines(name),
          'text-font': regularFont,
          'text-size': isEnglish ? faded([7.8, 11], [10, 15]) : faded([7.8, 12.5], [10, 19]),
          'text-letter-spacing': isEnglish ? 0.06 : 0.3,
          'text-line-height': 1.25,
          'text-max-width': isEnglish ? 8 : 30,
          'text-padding': 3,
          'text-variable-anchor-offset': boardAnchors,
        },
        paint: {
          'text-color': palette.label.board,
          'text-opacity': faded([9.7, choose(drawnElsewhere, 0, 0.9)], [10.4, 0]),
          'text-halo-color': palette.label.halo,
          'text-halo-width': 1,
        },
      },
      legend: [
        {
          group: 'marks',
          messageKey: 'legend.board',
          swatch: { kind: 'text', color: palette.label.board, textKey: 'legend.boardSample' },
          where: { class: 'board' },
        },
      ],
    },
  ]
}

/** `fit` of a district in which letters of 10 pixels do not fit below zoom 9. */
const smallFit = 110

/** The sizes between which the name of a central district keeps. */
const [leastName, mostName] = [8.5, 25]

/** How large the name of a central district is at a zoom; `fit` is the free height at zoom 12, in pixels. */
export const nameSize = (zoom: number, fit: number): number =>
  Math.max(leastName, Math.min(Math.max(leastName, mostName - Math.abs(12 - zoom) * 1.9), fit * 2 ** (zoom - 12)))

/** The size at which a name keeps inside its district at a zoom, from the free height the build measured at zoom 12. */
function sizeInside(least: number, most: number): ExpressionSpecification {
  const at = (zoom: number): ExpressionSpecification => ['*', ['get', 'fit'], 2 ** (zoom - 12)]
  const stops = [6, 7, 8, 8.5, 9, 9.5, 10, 10.5, 11, 12, 13, 14].flatMap((zoom) => [
    zoom,
    ['max', least, ['min', Math.max(least, most - Math.abs(12 - zoom) * 1.9), at(zoom)]],
  ])
  return ['interpolate', ['linear'], ['zoom'], ...stops] as unknown as ExpressionSpecification
}

/** Chinese letters stand apart where a district has room for it; below 9 the smallest has none. */
const setApart: ExpressionSpecification = faded(
  [7, ['case', ['<', get('fit'), smallFit], 0, 0.2]],
  [9, ['case', ['<', get('fit'), smallFit], 0.06, 0.34]],
  [10.5, 0.34],
)

/** What a district's name is written with, beside its colour. */
const nameLayout = (language: Language) => ({
  'text-field': get('text'),
  'text-letter-spacing': language === 'en' ? 0.02 : setApart,
})

const nameFilter = (language: Language) => is('lang', language === 'en' ? 'en' : 'zh')

/** Districts beyond the central ones. */
export function neighbourNames(palette: Palette, language: Language): MapLayer[] {
  return [
    {
      layer: {
        id: 'label-neighbours',
        type: 'symbol',
        source: 'districts',
        'source-layer': 'names',
        minzoom: 6,
        filter: all(nameFilter(language), ['!', ['get', 'central']]),
        layout: {
          ...nameLayout(language),
          'text-font': regularFont,
          'text-size': sizeInside(10, 17),
          'text-padding': 4,
        },
        paint: { 'text-color': palette.label.neighbour, ...halo(palette, 1.2) },
      },
    },
  ]
}

/** The names of the central districts give way to nothing and stay inside their district. */
export function districtNames(palette: Palette, language: Language): MapLayer[] {
  return [
    {
      layer: {
        id: 'label-districts',
        type: 'symbol',
        source: 'districts',
        'source-layer': 'names',
        minzoom: 6,
        filter: all(nameFilter(language), get('central')),
        layout: {
          ...nameLayout(language),
          'text-font': boldFont,
          'text-size': sizeInside(leastName, mostName),
          'text-allow-overlap': true,
          'text-padding': 1,
        },
        paint: {
          'text-color': choose(selected, palette.accent, palette.label.district),
          'text-halo-color': palette.label.halo,
          'text-halo-width': 2,
          'text-halo-blur': 0.5,
          'text-opacity': faded([12, 1], [14, 0.6]),
        },
      },
    },
  ]
}
