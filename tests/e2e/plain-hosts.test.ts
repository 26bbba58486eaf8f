/** Hosts and places that give the page less than a web server of our choice: other endings refused, no origin at all. */
import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, inject, test } from 'vitest'
import type { Page } from './browser'
import { useBrowser } from './scene'

const scene = useBrowser()

test('what the page asks for itself bears endings every host serves', () => {
  const endings = readdirSync(join(inject('siteFolder'), 'assets')).map((name) => name.replace(/^.*\./, ''))
  const served = ['bin', 'css', 'js', 'json', 'png']
  expect([...new Set(endings)].filter((ending) => !served.includes(ending))).toEqual([])
  expect(readdirSync(join(inject('siteFolder'), 'data/v1'))).toContain('features.geojson')
})

test('a host that refuses .geojson, .pmtiles and .mjs has the whole map', async () => {
  const page = await scene.open({
    before: async (raw) => {
      await raw.route(/\.(geojson|pmtiles|mjs)$/, (route) => route.fulfill({ status: 404, body: '' }))
    },
  })
  await page.staticMapGone()
  expect(page.complaints).toEqual([])
})

/** The first district's colour, whether its edge is the black of no style sheet, and the sentence. */
const seen = async (page: Pick<Page, 'locator'>) => {
  const district = page.locator('.static-map-districts path').first()
  const fill = await district.evaluate((path) => getComputedStyle(path).fill)
  const sentence = page.locator('#not-started')
  await sentence.waitFor({ timeout: 15_000 })
  return { fill, words: await sentence.textContent() }
}
const contentTypes: { [ending: string]: string } = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
}
const black = 'rgb(0, 0, 0)'

describe('without an origin', () => {
  // Side by side, because both wait some seconds for what does not come.
  test.concurrent('a page opened from its file is the static map in its colours, with one sentence', async () => {
    const page = await scene.browser().newPage()
    await page.goto(pathToFileURL(join(inject('siteFolder'), 'index.html')).href)
    const { fill, words } = await seen(page)
    if (process.env.YULAN_SHOTS) await page.screenshot({ path: `${process.env.YULAN_SHOTS}/file.png` })
    expect(fill).not.toBe(black)
    expect(words).toContain('静态地图')
    await page.close()
  })

  test.concurrent('so is a frame with sandbox="allow-scripts"', async () => {
    const frame = '<iframe sandbox="allow-scripts" src="site/index.html" width="800" height="600"></iframe>'
    const host = createServer((request, response) => {
      const path = /^\/site\/([\w./-]+)/.exec(request.url ?? '')?.[1]
      response.setHeader(
        'Content-Type',
        path ? (contentTypes[extname(path)] ?? 'application/octet-stream') : 'text/html',
      )
      response.end(path ? readFileSync(join(inject('siteFolder'), path)) : frame)
    }).listen(0)
    const page = await scene.browser().newPage()
    await page.goto(`http://127.0.0.1:${(host.address() as AddressInfo).port}/`)
    const { fill, words } = await seen(page.frameLocator('iframe'))
    expect(fill).not.toBe(black)
    expect(words).toContain('静态地图')
    await page.close()
    host.close()
  })

  test('where scripts run the sentence is gone', async () => {
    const page = await scene.open({ panelsOnly: true })
    await page.atRest()
    expect(await page.page.locator('#not-started').count()).toBe(0)
  })
})
