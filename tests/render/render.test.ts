/**
 * Six views of the map as pictures. `style.json` is the style as the functions of `src/map/style` write it,
 * `expected.png` what the packaged browser makes of it with the built archives, the packaged font and `record.json`. After
 * a change that is meant, look at what it does and write all again:
 * `YULAN_RENEW=1 npx vitest run --configLoader runner --project e2e tests/render`, then look at every picture that
 * changed before committing it.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { themeIds } from '../../data/schema-ids'
import { regularFont } from '../../src/map/style/parts'
import { defaultView } from '../../src/model/view'
import { type Browser, launchPictureBrowser, type Page, pictureDifference, type Route } from '../e2e/browser'
import { wholeArchive } from '../fixtures/site-archives'
import { type BuiltDoor, buildDoor } from '../setup/door'
import { openDoorOn, picturesOf } from '../setup/door-page'
import { packagedBrowserRuns } from '../setup/packaged-browser'
import { fontFaces, subsetFonts } from './font-faces'
import { keepRecord, keptRecord, type PictureRecord } from './record'
import { renderData, renderStyle, renderViews, sourceAddresses } from './views'

const renewing = process.env.YULAN_RENEW === '1'
/** Share of pixels that may differ visibly: 13 of 512²; the packaged browser gives none, other browsers set text differently. */
const tolerance = packagedBrowserRuns ? 0.00005 : 0.02
/** The door adds the record's layers as their data come, so that a name in the crowd may stand elsewhere. */
const doorTolerance = 0.02
const require = createRequire(import.meta.url)
const here = dirname(new URL(import.meta.url).pathname)

let browser: Browser
let page: Page
let fonts: Awaited<ReturnType<typeof subsetFonts>>
let files: PictureRecord

beforeAll(async () => {
  browser = await launchPictureBrowser()
  page = await browser.newPage({ viewport: { width: 512, height: 512 }, deviceScaleFactor: 1 })
  await page.route('**/render/*', serve)
  fonts = await subsetFonts(inject('siteFolder'))
  await page.goto(`${inject('siteAddress')}render/page.html`)
  await page.waitForFunction('window.ready')
  if (renewing) keepRecord(inject('siteFolder'), ['500113', 'boardsouth'])
  files = keptRecord()
})
afterAll(() => browser?.close())

describe.each(renderViews)('$name', (view) => {
  const file = (name: string) => join(here, view.name, name)
  const written = `${JSON.stringify(renderStyle(view)).replaceAll('},{"id"', '},\n{"id"')}\n`

  test('has the style that was looked at', () => {
    if (renewing) {
      if (!existsSync(file(''))) mkdirSync(file(''))
      writeFileSync(file('style.json'), written)
    }
    expect(readFileSync(file('style.json'), 'utf8')).toBe(written)
  })

  test('looks as it did', async () => {
    const picture = await drawnOnce(view)
    if (renewing) writeFileSync(file('expected.png'), picture)
    const difference = await pictureDifference(browser, readFileSync(file('expected.png')), picture)
    expect(difference).toBeLessThan(tolerance)
  })
})

describe('the second door', () => {
  let door: BuiltDoor
  let blank: Page
  beforeAll(async () => {
    door = await buildDoor()
    blank = await browser.newPage()
    await blank.route('**/render/*', serve)
    await door.serveOn(blank)
    await blank.route('**/blank.html', (route) => route.fulfill({ body: blankPage, contentType: 'text/html' }))
    await blank.goto(`${inject('siteAddress')}blank.html`)
    await blank.evaluate(() => Promise.all([...document.fonts].map((face) => face.load())))
    await openDoorOn(blank, door, inject('siteFolder'), inject('siteAddress'), files)
  })
  afterAll(() => door?.remove())

  test.each(renderViews.filter(({ links }) => !links))('draws $name as its style does', async (view) => {
    const styled = await drawnOnce(view)
    const [picture] = await (await picturesOf(blank, [askedOf(view)]))()
    if (!picture) throw new Error('the door gave no picture')
    expect(await pictureDifference(browser, styled, picture.png)).toBeLessThan(doorTolerance)
  })

  test('draws the same picture twice, whatever was drawn between', async () => {
    const [one, other] = renderViews.slice(2).map(askedOf)
    if (!one || !other) throw new Error('there are too few views')
    const [first, , second] = await (await picturesOf(blank, [one, other, one]))()
    expect(second?.png.equals(first?.png ?? Buffer.alloc(0))).toBe(true)
  })
})

test('tells a map without its rivers and names from the one expected', async () => {
  const [view] = renderViews
  if (!view) throw new Error('there are no views')
  const style = renderStyle(view)
  const layers = style.layers.filter(({ id }) => !/^(water|label)/.test(id))
  const picture = await drawn(view, JSON.stringify({ ...style, layers }))
  const expected = readFileSync(join(here, view.name, 'expected.png'))
  expect(await pictureDifference(browser, expected, picture)).toBeGreaterThan(tolerance)
})

/** The fonts under the names the style asks for. */
const blankPage = `<!doctype html><meta charset="utf-8"><style>${[
  ['regular', 400],
  ['bold', 700],
]
  .map(
    ([file, weight]) =>
      `@font-face { font-family: '${regularFont[0]}'; font-weight: ${weight}; src: url(render/${file}.ttf) }`,
  )
  .join('')}</style><link rel="stylesheet" href="door/door.css">`

const askedOf = ({ palette, language, center: [longitude, latitude], zoom }: (typeof renderViews)[number]) => ({
  view: { ...defaultView(themeIds), camera: { longitude, latitude, zoom, bearing: 0, pitch: 0 } },
  size: { width: 512, height: 512, pixelRatio: 1 },
  palette,
  language,
})

/** The pictures of the kept styles: the door's are compared with the same. */
const drawnPictures = new Map<string, Promise<Buffer>>()

function drawnOnce(view: (typeof renderViews)[number]): Promise<Buffer> {
  const picture = drawnPictures.get(view.name) ?? drawn(view, readFileSync(join(here, view.name, 'style.json'), 'utf8'))
  drawnPictures.set(view.name, picture)
  return picture
}

async function drawn(view: (typeof renderViews)[number], text: string): Promise<Buffer> {
  const style = JSON.parse(
    text
      .replaceAll(sourceAddresses.basemap, `pmtiles://${inject('siteAddress')}render/basemap.pmtiles`)
      .replaceAll(sourceAddresses.districts, `pmtiles://${inject('siteAddress')}render/districts.pmtiles`)
      .replaceAll(sourceAddresses.sprite, `${inject('siteAddress')}render/sprite`),
  )
  for (const [source, data] of Object.entries(renderData(view, files.core, files.relations)))
    style.sources[source].data = data
  style['font-faces'] = fontFaces(`${inject('siteAddress')}render/`)
  await page.evaluate((given) => (window as unknown as { draw(style: object): Promise<void> }).draw(given), style)
  return page.screenshot({ type: 'png' })
}

/** The page, the engine as it is published, and the sprite under one name. */
async function serve(route: Route): Promise<void> {
  const name = new URL(route.request().url()).pathname.split('/').at(-1) ?? ''
  const path = {
    'page.html': join(here, 'page.html'),
    'pmtiles.js': join(dirname(require.resolve('pmtiles')), '../pmtiles.js'),
    'sprite.json': join(inject('siteFolder'), 'assets', builtAsset('sprite', 'json')),
    'sprite.png': join(inject('siteFolder'), 'assets', builtAsset('sprite', 'png')),
  }[name]
  const font = fonts.get(name)
  if (name.endsWith('.pmtiles'))
    return sendRange(route, wholeArchive(inject('siteFolder'), name.replace('.pmtiles', '')))
  if (font) await route.fulfill({ body: font, contentType: 'font/ttf' })
  else await route.fulfill({ path: path ?? join(here, '../../node_modules/maplibre-gl/dist', name) })
}

async function sendRange(route: Route, file: Buffer): Promise<void> {
  const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(route.request().headers().range ?? '') ?? []
  const body = file.subarray(Number(first), Number(last) + 1)
  await route.fulfill({ status: 206, body, headers: { 'content-range': `bytes ${first}-${last}/${file.length}` } })
}

function builtAsset(name: string, ending: string): string {
  const found = readdirSync(join(inject('siteFolder'), 'assets')).find((file) =>
    new RegExp(`^${name}-.*\\.${ending}$`).test(file),
  )
  if (!found) throw new Error(`the site has no ${name}.${ending}`)
  return found
}
