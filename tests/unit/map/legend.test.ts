/** The legend as data: what stands in it for what is rendered. */
import { describe, expect, test } from 'vitest'
import { palettes } from '../../../data/palette'
import { explainedLayers, type LegendInputs, legendSections } from '../../../src/map/legend/sections'
import type { AddedLayer } from '../../../src/model/layers'
import { legendItems } from '../../../src/model/legend'

const shape = { width: 1, height: 1, data: new Uint8Array(4) }
const inputs: LegendInputs = {
  palette: palettes.print,
  language: 'zh-CN',
  themes: [{ id: 'op', name: '开放', nameEn: 'Opening-up' }],
  added: [],
  shapeOf: () => shape,
  districtName: (code) => code,
}
const port = { layer: 'points', values: { icon: 'port', theme: 'op' } }
const road = { layer: 'road', values: { class: 'road', status: 'built' } }
const board = { layer: 'label-boards', values: { class: 'board' } }

describe('the legend', () => {
  test('is empty for an empty map', () => {
    expect(legendSections([], inputs)).toEqual([])
  })

  test('has the signs, themes and lines of what is rendered, group by group, in the palette asked for', () => {
    const sections = legendSections([road, port, board], inputs)
    expect(sections.map(({ group, title }) => [group, title])).toEqual([
      ['marks', '标记'],
      ['points', '要素'],
      ['themes', '颜色：首要主题'],
      ['lines', '通道'],
    ])
    expect(legendItems(sections).map(({ text }) => text)).toEqual([
      '五大板块（按方位，无界线）',
      '港口',
      '开放',
      '道路',
    ])
    const [name, sign, theme, line] = legendItems(sections).map(({ mark }) => mark)
    expect(sign).toEqual({ kind: 'sign', icon: 'port', color: palettes.print.unthemed, shape })
    expect(theme).toEqual({ kind: 'dot', color: palettes.print.theme.op, shape: 'diamond' })
    expect(name).toMatchObject({ kind: 'text', text: '板块' })
    expect(line).toMatchObject({ kind: 'line' })
  })

  test('is written in the language asked for', () => {
    const texts = legendItems(legendSections([port], { ...inputs, language: 'en' })).map(({ text }) => text)
    expect(texts).toEqual(['Port', 'Opening-up'])
  })

  test('tells the compared districts apart by their hatching, and the classes of a tint by their bounds', () => {
    const district = (adcode: string, hatch: number) => ({
      layer: 'districts-outline',
      values: { adcode, selected: true, hatch },
    })
    const texts = (rendered: Parameters<typeof legendSections>[0]) =>
      legendItems(legendSections(rendered, inputs)).map(({ text }) => text)
    expect(texts([district('500112', 0)])).toEqual(['选中的区'])
    expect(texts([district('500112', 0), district('500113', 1)])).toEqual(['对比：500112', '对比：500113'])
    const tint = (tintClass: number) => ({ layer: 'counts-tint', values: { tintClass, tint: 'rgba(0,0,0,0.1)' } })
    expect(texts([tint(4), tint(1)])).toEqual(['本区 1–4 项', '本区 50 项及以上'])
  })

  test('explains the marks of years and of an answer', () => {
    const rendered = [
      { layer: 'year-marks', values: { phase: 'done' } },
      { layer: 'year-marks-rail', values: { phase: 'due' } },
      { layer: 'analysis-borderline-points', values: { role: 'borderline' } },
    ]
    expect(legendItems(legendSections(rendered, inputs)).map(({ text }) => text)).toEqual([
      '所选年份到期',
      '所选年份已完成',
      '分析结果：临界（误差范围内）',
    ])
  })

  test('explains an added layer while something of it is rendered', () => {
    const added = {
      id: 'xlots',
      style: [{ id: 'xlots-fill', type: 'fill', source: 'xlots' }],
      legend: [
        {
          text: { 'zh-CN': '住宅', en: 'Homes' },
          color: '#336699',
          geometry: 'area',
          where: { column: 'use', value: 7 },
        },
        { text: { 'zh-CN': '其他', en: 'Other' }, color: '#996633', geometry: 'area' },
      ],
    } as unknown as AddedLayer
    expect(explainedLayers([added])).toContain('xlots-fill')
    expect(legendSections([port], { ...inputs, added: [added] }).map(({ group }) => group)).toEqual([
      'points',
      'themes',
    ])
    const textsOf = (values: object) => {
      const [section] = legendSections([{ layer: 'xlots-fill', values: { ...values } }], { ...inputs, added: [added] })
      return section?.items
    }
    const other = { text: '其他', mark: { kind: 'area', fill: '#996633', outline: '#996633' } }
    expect(textsOf({})).toEqual([other])
    expect(textsOf({ use: '7' })?.map(({ text }) => text)).toEqual(['住宅', '其他'])
  })
})
