/**
 * A view as a still picture: the static map of the build with what the view shows of the record, as the text of an SVG
 * with its colours in it. For pages that have no script. Pure.
 */
import type { Geometry, Position } from 'geojson'
import { escaped } from '../../../data/escape'
import { type Palette, palettes } from '../../../data/palette'
import { themeIds } from '../../../data/schema-ids'
import { polygonsOf } from '../../../geo/base/position'
import type { Camera, Size } from '../../../geo/screen/camera'
import { staticMapUnits } from '../../../geo/screen/static-map-units'
import type { AnalysisAnswer } from '../../model/analysis/analysis'
import { answeredIds, drawnGeometry } from '../../model/analysis/analysis'
import { answerShape } from '../../model/analysis/shape'
import { cameraOnMap } from '../../model/briefing/show-camera'
import { allMembersOf } from '../../model/networks'
import type { PlanRecord } from '../../model/record'
import type { State } from '../../state/store'
import { fitOfStaticMap, recordBounds } from '../camera-fit'
import { districtLabels } from '../counts/labels'
import { districtTints, tintOpacities } from '../counts/tint'
import { courseOf, type Mark, type MarksFrame, recordMarks, textMark } from './marks'
import { compactCourse, placeNames } from './still-parts'

/** A still picture's size, in CSS pixels. */
export const stillSize: Size = { width: 720, height: 600 }
/** Bars and not only numbers. */
const roomy: Size = { width: 1200, height: 900 }
const marginPixels = 16
/** A name of a district is drawn this much larger than on the map, because the picture is shown smaller than it is. */
const nameScale = 1.15

/** Returns the picture. `staticMap` is that of the build; the record must be in the state. */
export function stillPicture(staticMap: string, state: State, size: Size = stillSize): string {
  const { record: loaded } = state.session
  if (loaded.status !== 'ready') throw new Error('a picture of the record needs the record')
  const record = loaded.value
  const camera = stillCamera(state, record, size)
  const units = staticMapUnits(record.region.middle)
  const { viewBox, unitsPerPixel: pixel } = units.viewBox(camera, size)
  const frame: MarksFrame = { units, size: roomy, zoom: camera.zoom, pixel }
  const { lines, bars, dots } = recordMarks(state, frame)
  const isSeen = seenIn(viewBox)
  const names = nameMarks(record, frame)
  const { width, height } = size
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${viewBox}">`,
    `<style>${styleSheet(palettes.light, pixel, state)}</style>`,
    background(viewBox),
    basemap(staticMap),
    group('static-map-lines', lines.filter(isSeen), pixel / 2),
    group('static-map-answer', answerMarks(record, state, frame), pixel / 2),
    group('static-map-dots', dots.filter(isSeen).map(withPlainOpacity)),
    group('static-map-names', names),
    group('static-map-bars', bars.map(withPlainOpacity)),
    group('static-map-places', placeNames(dots, names, frame, viewBox)),
    '</svg>',
  ].join('')
}

/** The program that makes PNGs of these pictures ends at a mark with an opacity of its own beyond the picture's edge. */
function withPlainOpacity({ attributes: { opacity, ...attributes }, ...mark }: Mark): Mark {
  if (opacity === undefined) return { ...mark, attributes }
  return { ...mark, attributes: { ...attributes, 'fill-opacity': opacity, 'stroke-opacity': opacity } }
}

/** Returns whether any corner of a path lies in a view box or near it; other marks are always seen. */
function seenIn(viewBox: string): (mark: Mark) => boolean {
  const [left = 0, top = 0, width = 0, height = 0] = viewBox.split(' ').map(Number)
  const isNear = (x: number, y: number) =>
    x > left - width / 2 && x < left + 1.5 * width && y > top - height / 2 && y < top + 1.5 * height
  return ({ attributes: { d } }) =>
    d === undefined || [...d.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].some(([, x, y]) => isNear(Number(x), Number(y)))
}

function stillCamera({ view }: State, record: PlanRecord, size: Size): Camera {
  if (view.camera) return cameraOnMap(view.camera, size)
  const padding = { top: marginPixels, right: marginPixels, bottom: marginPixels, left: marginPixels }
  const { homeBounds } = record.region
  return fitOfStaticMap({ boundsOf: recordBounds(record), homeBounds }, view, size, padding)
}

function background(viewBox: string): string {
  const [x, y, width, height] = viewBox.split(' ')
  return `<rect class="background" x="${x}" y="${y}" width="${width}" height="${height}"/>`
}

/** The static map without what only a page needs; its names are written again. */
const basemap = (staticMap: string) =>
  staticMap
    .replace(/^<svg[^>]*>/, '')
    .replace(/<g class="static-map-names"[\s\S]*$/, '')
    .replace(/ (?:href|aria-[a-z]+|data-bounds)="[^"]*"/g, '')

const nameMarks = (record: PlanRecord, { units, zoom, pixel }: MarksFrame): Mark[] =>
  districtLabels(record, 'zh-CN').map(({ text, position, sizeAt }) =>
    textMark(text, units.x(position[0]), units.y(position[1]), sizeAt(zoom).height * nameScale * pixel, 'name'),
  )

/** What the view is about beyond its dots: the members of a network, an extent, the reach of a question and what it found. */
function answerMarks(record: PlanRecord, { view, session }: State, { units }: MarksFrame): Mark[] {
  const draw = (geometry: Geometry | null | undefined, kind: string): Mark[] => {
    const d = geometry ? outline(geometry, (parts) => courseOf(parts, units)) : ''
    return d ? [{ element: 'path', attributes: { d, class: kind } }] : []
  }
  const members = view.feature ? allMembersOf(record, view.feature) : []
  const selected = view.feature ? record.extentById.get(view.feature)?.geometry : undefined
  const { analysis } = session
  const answer = analysis.status === 'ready' ? analysis.answer : undefined
  const asked = view.analysis?.kind === 'buffer' && 'drawn' in view.analysis.subject ? view.analysis.subject : undefined
  return [
    ...draw(selected, 'extent'),
    ...members.flatMap(({ feature }) => draw(feature.geometry, 'member')),
    ...(answer ? foundMarks(answer, record, draw) : []),
    ...(asked ? draw(drawnGeometry(asked), 'asked') : []),
  ]
}

function foundMarks(
  answer: AnalysisAnswer,
  record: PlanRecord,
  draw: (geometry: Geometry | null | undefined, kind: string) => Mark[],
): Mark[] {
  const { inside } = answeredIds(answer)
  return [
    ...answerShape(answer).flatMap(({ geometry }) => draw(geometry, 'reach')),
    ...(answer.kind === 'adjacency' || answer.kind === 'through'
      ? inside.flatMap((id) => draw(record.featureById.get(id)?.geometry, 'found'))
      : []),
  ]
}

function outline(geometry: Geometry, course: (parts: readonly (readonly Position[])[]) => string): string {
  if (geometry.type === 'LineString') return course([geometry.coordinates])
  if (geometry.type === 'MultiLineString') return course(geometry.coordinates)
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return ''
  return polygonsOf(geometry)
    .flatMap((rings) => rings.map((ring) => `${course([ring])}z`))
    .join('')
}

const group = (name: string, marks: readonly Mark[], tolerance = 0) =>
  `<g class="${name}">${marks.map((mark) => textOfMark(mark, tolerance)).join('')}</g>`

function textOfMark({ element, attributes, theme, isSelected, text }: Mark, tolerance: number): string {
  const all = { ...attributes, ...(theme ? { 'data-theme': theme } : {}), ...(isSelected ? { 'data-on': '' } : {}) }
  const written = Object.entries(all).map(([name, value]) => ` ${name}="${escaped(shortened(value, tolerance))}"`)
  return text === undefined
    ? `<${element}${written.join('')}/>`
    : `<${element}${written.join('')}>${escaped(text)}</${element}>`
}

/** A tenth of a unit is 4 m, and less than a pixel of any picture here. */
const shortened = (value: string, tolerance: number) => compactCourse(value.replace(/(\.\d)\d+/g, '$1'), tolerance)

function styleSheet(palette: Palette, unit: number, state: State): string {
  const px = (pixels: number) => (pixels * unit).toFixed(2)
  const { basemap: ground, water, border, label, accent } = palette
  const halo = 'stroke-linejoin:round;paint-order:stroke;font-weight:700;text-anchor:middle;dominant-baseline:central'
  return [
    `.background{fill:${ground.region}}svg{font-family:"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",sans-serif}`,
    `.static-map-around{fill:none;stroke:${border.other};stroke-width:${px(0.8)}}`,
    `.static-map-districts path{fill:${ground.land}}`,
    `.static-map-water{fill:${water.area};stroke:${water.bank};stroke-width:${px(0.75)}}`,
    `.static-map-border{fill:none;stroke:${border.central};stroke-width:${px(1.3)}}`,
    ...tints(palette, state),
    ...state.view.districts.map(
      (code) => `[data-district="${code}"] path{stroke:${accent};stroke-width:${px(4)};fill:#fff}`,
    ),
    `.static-map-line{fill:none;stroke:${label.feature};stroke-width:${px(1.2)};stroke-opacity:.55}`,
    `.static-map-line-lit{stroke-width:${px(1.8)};stroke-opacity:1}`,
    `.static-map-line-schematic{stroke-dasharray:${px(1)} ${px(5)}}`,
    `.static-map-line-underway{stroke-dasharray:${px(5)} ${px(3)}}`,
    `.static-map-line-planned{stroke-dasharray:${px(1.5)} ${px(3)}}`,
    ...themeIds.map((id) => `.static-map-lines [data-theme="${id}"]{stroke:${palette.theme[id]}}`),
    `.static-map-lines [data-on]{stroke:${accent};stroke-width:${px(3)};stroke-opacity:1}`,
    `.member{fill:none;stroke:${accent};stroke-width:${px(2.4)}}`,
    `.found,.extent{fill:${accent};fill-opacity:.08;stroke:${accent};stroke-width:${px(2)}}`,
    `.reach,.asked{fill:${accent};fill-opacity:.08;stroke:${accent};stroke-width:${px(1.8)};stroke-dasharray:${px(5)} ${px(3)}}`,
    `.static-map-dots path{fill:${palette.unthemed};stroke:${label.halo};stroke-width:${px(1)};fill-rule:evenodd;paint-order:stroke}`,
    ...themeIds.map((id) => `.static-map-dots [data-theme="${id}"]{fill:${palette.theme[id]}}`),
    ...themeIds.map((id) => `.static-map-bars [data-theme="${id}"]{fill:${palette.theme[id]}}`),
    `.static-map-dots [data-on]{fill:${accent}}`,
    `.static-map-leader{fill:none;stroke:${label.district};stroke-width:${px(1)}}`,
    `.name,.static-map-number{fill:${label.district};stroke:${label.halo};${halo}}`,
    `.place{fill:${label.feature};stroke:${label.halo};stroke-linejoin:round;paint-order:stroke;dominant-baseline:central}`,
    `.static-map-selected{fill:${accent};stroke:${label.halo};${halo}}`,
  ].join('')
}

/** Mixed here, because not everything that shows an SVG can mix colours. */
function tints(palette: Palette, state: State): string[] {
  const [theme] = state.view.themes
  return [...districtTints(state)].map(([district, { tintClass }]) => {
    const share = tintOpacities[tintClass as 0 | 1 | 2 | 3 | 4] ?? 0
    const color = theme ? mixed(palette.theme[theme], palette.basemap.land, share) : palette.basemap.land
    return `[data-district="${district}"] path{fill:${color}}`
  })
}

function mixed(color: string, under: string, share: number): string {
  const part = (hex: string, at: number) => Number.parseInt(hex.slice(at, at + 2), 16)
  const channels = [1, 3, 5].map((at) => Math.round(part(color, at) * share + part(under, at) * (1 - share)))
  return `rgb(${channels.join(',')})`
}
