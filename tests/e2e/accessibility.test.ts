import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import { describe, expect, test } from 'vitest'
import { devices } from './browser'
import type { MapPage } from './map-page'
import { useBrowser } from './scene'

const scene = useBrowser()
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

async function violations(page: MapPage): Promise<string[]> {
  const results = await page.page.evaluate(async (source) => {
    // Evaluated by the debugger, as a script tag would break the page's own policy.
    if (!Reflect.has(window, 'axe')) new Function(source)()
    const { run } = Reflect.get(window, 'axe') as { run: () => Promise<AxeResults> }
    return run()
  }, axe)
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)
}

describe.each(['light', 'dark'] as const)('axe finds nothing, %s', (palette) => {
  test('with the panel closed, with it open, with the list open', async () => {
    const page = await scene.open({ palette })
    expect(await violations(page)).toEqual([])
    await page.openList()
    expect(await violations(page)).toEqual([])
    await page.choose('渝北区')
    await page.showsPanelOf('渝北区')
    expect(await violations(page)).toEqual([])
  })

  test('on a phone', async () => {
    const page = await scene.open({ palette, device: devices.phone })
    expect(await violations(page)).toEqual([])
    const open = await scene.open({ palette, device: devices.phone, link: '1~d500112' })
    await open.showsPanelOf('渝北区')
    expect(await violations(open)).toEqual([])
  })
})

test('nothing is wider than a screen of 320 px', async () => {
  const page = await scene.open({ device: { width: 320, height: 640, touch: true }, link: '1~d500112' })
  await page.showsPanelOf('渝北区')
  expect(await page.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
})
