/** Plan shapes as an SVG for designers: named groups, a legend and a statement, with colours of its own. Pure. */
import type { Palette } from '../../../../data/palette'
import { shapeCorners } from '../../../../data/theme-shapes'
import type { PlanShape, ShapeGroup } from '../../../model/handout/plan-shapes'
import { escapedXml } from '../ooxml/xml'

/** What a drawing says besides its shapes. */
export interface SvgWords {
  title: string
  legendTitle: string
  /** Statement, sources and credits, a line each. */
  notes: readonly string[]
}

/** A drawing's page, in tenths of a millimetre. */
export interface SvgPage {
  width: number
  height: number
}

const dotRadius = 14
const legendRow = 60
const noteRow = 44

/** Returns the SVG. Ids without a hyphen are the record's; names stand in `<title>`. Web Mercator. */
export function svgText(groups: readonly ShapeGroup[], page: SvgPage, words: SvgWords, palette: Palette): string {
  const { width, height } = page
  const legendRows = Math.ceil(groups.length / legendColumns)
  const legendHeight = groups.length > 0 ? (legendRows + 1) * legendRow + 40 : 0
  const whole = height + legendHeight + words.notes.length * noteRow + 60
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width / 10}mm" height="${whole / 10}mm" viewBox="0 0 ${width} ${whole}" font-family="${fontFamily}">`,
    `<title>${escapedXml(words.title)}</title>`,
    `<clipPath id="page-clip"><rect width="${width}" height="${height}"/></clipPath>`,
    `<g id="plan-shapes" clip-path="url(#page-clip)">`,
    ...groups.map((group) => groupText(group, palette)),
    '</g>',
    legendText(groups, width, height + 40, words.legendTitle, palette),
    `<g id="map-statement" font-size="30" fill="${palette.page.inkQuiet}">`,
    ...words.notes.map(
      (note, at) => `<text x="0" y="${height + legendHeight + 50 + at * noteRow}">${escapedXml(note)}</text>`,
    ),
    '</g>',
    '</svg>',
    '',
  ].join('\n')
}

const fontFamily = 'PingFang SC, Microsoft YaHei, Noto Sans CJK SC, Source Han Sans SC, sans-serif'

/** The colours of a group, and how it is drawn. */
function lookOf({ id, theme }: ShapeGroup, palette: Palette) {
  if (id === 'district') return { color: palette.border.central, fill: 0, width: 5 }
  if (id.startsWith('water')) return { color: palette.water.bank, fill: 0.3, width: 12 }
  if (id.startsWith('mountain')) return { color: palette.relief.hachure, fill: 0.2, width: 10 }
  return { color: theme ? palette.theme[theme] : palette.unthemed, fill: 0.12, width: 8 }
}

function groupText(group: ShapeGroup, palette: Palette): string {
  const { color, fill, width } = lookOf(group, palette)
  return [
    `<g id="group-${group.id}" fill="${color}" stroke="${color}" stroke-width="${width}" stroke-linejoin="round" stroke-linecap="round">`,
    `<title>${escapedXml(group.title)}</title>`,
    ...group.shapes.map((shape) => shapeText(shape, group, fill)),
    '</g>',
  ].join('\n')
}

function shapeText(shape: PlanShape, { shape: dot }: ShapeGroup, fill: number): string {
  const { id, name, points, lines, areas } = shape
  const parts = [
    ...(areas.length > 0
      ? [
          `<path fill-rule="evenodd" ${fill > 0 ? `fill-opacity="${fill}"` : 'fill="none"'} d="${areas.map((ring) => `${pathOf(ring)}Z`).join('')}"/>`,
        ]
      : []),
    ...(lines.length > 0 ? [`<path fill="none" d="${lines.map(pathOf).join('')}"/>`] : []),
    ...points.map((point) => dotText(point, dot)),
  ]
  return `<g id="${id}"><title>${escapedXml(name)}</title>${parts.join('')}</g>`
}

const pathOf = (line: readonly (readonly [number, number])[]) =>
  line.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`).join('')

function dotText([x, y]: readonly [number, number], dot: ShapeGroup['shape']): string {
  const corners = shapeCorners[dot]
  if (corners) {
    const line = corners.map(
      ([right, down]) => [round(x + (right - 0.5) * 2 * dotRadius), round(y + (down - 0.5) * 2 * dotRadius)] as const,
    )
    return `<path stroke="none" d="${pathOf(line)}Z"/>`
  }
  return dot === 'ring'
    ? `<circle fill="none" cx="${x}" cy="${y}" r="${dotRadius * 0.7}"/>`
    : `<circle stroke="none" cx="${x}" cy="${y}" r="${dotRadius * 0.85}"/>`
}

const round = (value: number) => Math.round(value * 10) / 10
const legendColumns = 4

function legendText(
  groups: readonly ShapeGroup[],
  width: number,
  top: number,
  title: string,
  palette: Palette,
): string {
  if (groups.length === 0) return ''
  const rows = groups.map((group, at) => {
    const x = (at % legendColumns) * (width / legendColumns)
    const y = top + (Math.floor(at / legendColumns) + 1) * legendRow
    const { color, width: stroke, fill } = lookOf(group, palette)
    const onlyPoints = group.shapes.every(({ lines, areas }) => lines.length + areas.length === 0)
    const mark = onlyPoints
      ? dotText([x + 30, y], group.shape)
      : `<rect x="${x + 4}" y="${y - 14}" width="52" height="28" ${fill > 0 ? `fill-opacity="${fill}"` : 'fill="none"'}/>`
    return `<g fill="${color}" stroke="${color}" stroke-width="${stroke}">${mark}</g><text x="${x + 76}" y="${y + 11}">${escapedXml(`${group.title}（${group.shapes.length}）`)}</text>`
  })
  return [
    `<g id="map-legend" font-size="32" fill="${palette.page.ink}">`,
    `<text x="0" y="${top + 12}" font-weight="700">${escapedXml(title)}</text>`,
    ...rows,
    '</g>',
  ].join('\n')
}
