import { SaxesParser } from 'saxes'
import { beforeAll, expect, test } from 'vitest'
import { palettes } from '../../../../data/palette'
import { themeIds } from '../../../../data/schema-ids'
import { worldWindow } from '../../../../geo/screen/camera'
import { svgText } from '../../../../src/io/formats/svg/svg'
import { planShapes, type ShapeGroup } from '../../../../src/model/handout/plan-shapes'
import type { PlanRecord } from '../../../../src/model/record'
import { defaultView } from '../../../../src/model/view'
import { builtRecord } from '../built-record'

const camera = { longitude: 106.55, latitude: 29.6, zoom: 9, bearing: 0, pitch: 0 }
const size = { width: 1000, height: 700 }
const page = { width: 4200, height: 2940 }
const view = defaultView(themeIds)
let record: PlanRecord
const shapesOf = (changed = view) =>
  planShapes({ record, view: changed, language: 'zh-CN' }, worldWindow(camera, size), page.width)
const idsIn = (groups: readonly ShapeGroup[]) => groups.flatMap(({ shapes }) => shapes.map(({ id }) => id))

beforeAll(async () => {
  ;({ record } = await builtRecord())
}, 60_000)

test('the nine districts and the plans stand in groups by kind and theme, each once', () => {
  const groups = shapesOf()
  const ids = idsIn(groups)
  expect(new Set(ids).size).toBe(ids.length)
  expect(groups[0]?.id).toBe('district')
  expect(groups[0]?.shapes.map(({ id }) => id)).toEqual(expect.arrayContaining([...record.region.centralDistricts]))
  for (const { id, theme } of groups) expect(id === 'district').toBe(theme === undefined)
})

test('a theme alone leaves the others out, and what lies outside the window is not drawn', () => {
  const groups = shapesOf({ ...view, themes: ['ec'] })
  expect(groups.some(({ theme }) => theme === 'ec')).toBe(true)
  expect(idsIn(groups).length).toBeLessThan(idsIn(shapesOf()).length)
  const away = planShapes(
    { record, view, language: 'zh-CN' },
    worldWindow({ ...camera, longitude: 90 }, size),
    page.width,
  )
  expect(away).toEqual([])
})

test('a point stands where Web Mercator puts it', () => {
  const dot = record.features.find(
    ({ geometry, properties }) => geometry?.type === 'Point' && properties.districts.includes('500103'),
  )
  if (dot?.geometry?.type !== 'Point') throw new Error('no point')
  const [longitude = 0] = dot.geometry.coordinates
  const found = shapesOf()
    .flatMap(({ shapes }) => shapes)
    .find(({ id }) => id === dot.properties.id)
  const perDegree = (512 * 2 ** camera.zoom) / 360
  const expected = ((longitude - camera.longitude) * perDegree + size.width / 2) * (page.width / size.width)
  expect(found?.points[0]?.[0]).toBeCloseTo(expected, 0)
})

test('the drawing has ids, titles, a legend and its words, and none of them twice', () => {
  const groups = shapesOf()
  const words = { title: '图 <一>', legendTitle: '图例', notes: ['示意图 · 非测绘成果'] }
  const text = svgText(groups, page, words, palettes.print)
  const ids = idsOf(text)
  expect(ids.length).toBe(new Set(ids).size)
  for (const id of idsIn(groups)) expect(ids).toContain(id)
  expect(text).toContain('<title>图 &lt;一&gt;</title>')
  expect(text).toContain('示意图 · 非测绘成果')
  expect(text).toContain('viewBox="0 0 4200 ')
  expect(svgText(shapesOf(), page, words, palettes.print)).toBe(text)
})

/** The ids of a drawing, read by a parser that refuses what is not well formed. */
function idsOf(text: string): string[] {
  const ids: string[] = []
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ attributes }) => {
    if (attributes.id !== undefined) ids.push(attributes.id)
  })
  parser.write(text).close()
  return ids
}
