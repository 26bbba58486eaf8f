import { expect, test } from 'vitest'
import { creditLines } from '../../../src/map/picture/credit-lines'
import type { AddedLayer } from '../../../src/model/layers'
import { createAppStore } from '../../../src/state/store'

const layer = (id: `x${string}`, title: string, credit?: string) =>
  ({ id, of: 'added', title: { 'zh-CN': title, en: id }, defaultOn: true, credit }) as AddedLayer

test('a picture names who made its added layers by their titles, not as a basemap, and none that is off', () => {
  const store = createAppStore({ today: '2026-11-30' })
  const { view, session } = store.getState()
  const layers = [layer('xlots', '地块', '测绘院'), layer('xroads', '道路'), layer('xtrees', '行道树', '园林局')]
  const off = { ...view, layers: [{ id: 'xtrees', opacity: 0 }] }
  const inChinese = { view: off, session: { ...session, layers, language: 'zh-CN' as const } }
  expect(creditLines(inChinese, undefined)).toEqual(['地块：测绘院'])
  expect(creditLines(inChinese, '底图：测试所')).toEqual(['底图：测试所', '地块：测绘院'])
  const inEnglish = { view, session: { ...session, layers, language: 'en' as const } }
  expect(creditLines(inEnglish, undefined)).toEqual(['xlots: 测绘院', 'xtrees: 园林局'])
})
