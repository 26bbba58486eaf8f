import { expect, inject, test } from 'vitest'
import { distanceKm } from '../../geo/base/measure'
import type { Page } from './browser'
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

/** Counts the programs made, those drawn with by the first idle, and those there before anything was drawn. */
function countPrograms() {
  const counts = { made: 0, madeFirst: -1, used: 0 }
  Reflect.set(window, 'programs', counts)
  const used = new Set<WebGLProgram | null>()
  let current: WebGLProgram | null = null
  const { linkProgram, useProgram, drawElements } = WebGL2RenderingContext.prototype
  Object.assign(WebGL2RenderingContext.prototype, {
    linkProgram(this: WebGL2RenderingContext, program: WebGLProgram) {
      if (performance.getEntriesByName('yulan:map-idle').length === 0) counts.made++
      linkProgram.call(this, program)
    },
    useProgram(this: WebGL2RenderingContext, program: WebGLProgram | null) {
      current = program
      useProgram.call(this, program)
    },
    drawElements(this: WebGL2RenderingContext, ...what: Parameters<typeof drawElements>) {
      if (counts.madeFirst < 0) counts.madeFirst = counts.made
      if (performance.getEntriesByName('yulan:map-idle').length === 0) counts.used = used.add(current).size
      drawElements.apply(this, what)
    },
  })
}

test('the map is marked visible long before it is idle, and its programs are made before its first frame, none in vain', async () => {
  const before = async (page: Page) => void (await page.addInitScript(countPrograms))
  const page = await scene.open({ sharp: true, before })
  const [visible, idle] = [await page.mark('yulan:map-visible'), await page.mark('yulan:map-idle')]
  expect(visible).toBeLessThan(idle ?? 0)
  const { made, madeFirst, used } = (await page.page.evaluate(() => Reflect.get(window, 'programs'))) as {
    [name: string]: number
  }
  expect(used).toBeGreaterThan(3)
  expect(made).toBe(used)
  // How many depends on how fast the worker is.
  expect(madeFirst).toBeGreaterThan(1)
})
