import { expect, inject, test } from 'vitest'
import { distanceKm } from '../../geo/base/measure'
import { engineCode, holding } from './map-page'
import { centralDistricts, useBrowser } from './scene'

const scene = useBrowser()

test('a district can be chosen before the engine is there, and stays chosen when it is', async () => {
  const { before, release } = holding(engineCode)
  const page = await scene.open({ early: true, before, sharp: true })
  await page.drawn()
  const [yubei] = centralDistricts().filter(({ code }) => code === '500112')
  if (!yubei) throw new Error('no 渝北区')
  await page.click(await page.pointOf(yubei.middle))
  await page.showsPanelOf('渝北区')
  expect(await page.region().getAttribute('aria-busy')).toBe('true')
  release()
  await page.atRest()
  expect(await page.selectedName()).toBe('渝北区')
})

test('the engine takes over at the camera of the static map', async () => {
  const { before, release } = holding(engineCode)
  const page = await scene.open({ early: true, before, link: '1~d500113', sharp: true })
  await page.drawn()
  await page.showsPanelOf('巴南区')
  const drawn = await page.drawnCamera()
  release()
  await page.atRest()
  await page.staticMapGone()
  const taken = await page.camera()
  expect(Math.abs(taken.zoom - drawn.zoom)).toBeLessThanOrEqual(0.01)
  const from = [drawn.longitude, drawn.latitude]
  expect(distanceKm(from, [taken.longitude, taken.latitude]) * 1000).toBeLessThan(15)
})

test('without scripts the page still shows the nine districts as links', async () => {
  const html = await (await fetch(inject('siteAddress'))).text()
  for (const { code, name } of centralDistricts())
    expect(html).toMatch(new RegExp(`data-district="${code}"[^>]*${name}`))
})

test('the map is marked visible long before it is marked idle', async () => {
  const page = await scene.open({ sharp: true })
  const [visible, idle] = [await page.mark('yulan:map-visible'), await page.mark('yulan:map-idle')]
  expect(visible).toBeLessThan(idle ?? 0)
})
