/** The second door opened on a page of the built site, with the record the site ships. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PictureSize } from '../../src/map/picture/render-view'
import type { View } from '../../src/model/view'
import type { Language, PaletteChoice } from '../../src/state/store'
import type { Page } from '../e2e/browser'
import { engineCode, losing, type Opening } from '../e2e/map-page'
import { chongqingPage } from '../fixtures/region'
import { type BuiltDoor, siteAssets } from './door'

/** A picture as far as it can leave the browser. */
export interface ShownPicture {
  png: Buffer
  width: number
  height: number
  pixelRatio: number
  scale: { metersPerPixel: number; bar: { pixels: number; number: number; unit: string } }
  legend: string[]
  camera: { longitude: number; latitude: number; zoom: number }
  longestReadBackMs: number
}

export interface AskedPicture {
  view: View
  size: PictureSize
  palette: PaletteChoice
  language: Language
}

interface DoorWindow {
  renderView: (...asked: [View, PictureSize, PaletteChoice, Language, object?]) => Promise<{
    image: HTMLCanvasElement
    pixelRatio: number
    scale: ShownPicture['scale']
    legend: { items: { text: string }[] }[]
    camera: ShownPicture['camera']
    longestReadBackMs: number
  }>
}

/** Opening of a page for the door alone: the site with its styles and fonts, without the code of its own map. */
export const doorAlone = (door: BuiltDoor): Opening => ({
  early: true,
  before: async (page) => {
    await losing(engineCode)(page)
    await door.serveOn(page)
  },
})

/** Opens the door on a page that is on the site and serves the door's files. */
export async function openDoorOn(
  page: Page,
  door: BuiltDoor,
  siteFolder: string,
  siteAddress: string,
  files = shippedFiles(siteFolder),
): Promise<void> {
  const material = {
    assets: siteAssets(siteFolder, siteAddress),
    core: files.core,
    details: { relations: files.relations },
    region: chongqingPage,
    today: '2026-11-30',
  }
  await page.addScriptTag({ type: 'module', url: `${siteAddress}${door.script}` })
  await page.waitForFunction(() => 'openDoor' in window)
  await page.evaluate((given) => {
    const { openDoor } = window as unknown as { openDoor: (material: object) => unknown }
    Object.assign(window, { renderView: openDoor(given) })
  }, material)
}

/** The record as the site ships it. */
function shippedFiles(siteFolder: string): { core: object; relations: object } {
  const read = (path: string) => JSON.parse(readFileSync(join(siteFolder, path), 'utf8'))
  const core = readdirSync(join(siteFolder, 'assets')).find((name) => /^core-.*\.json$/.test(name))
  return {
    core: { ...read(`assets/${core}`), features: read('data/v1/features.geojson').features, release: '' },
    relations: read('data/v1/relations.json').relations,
  }
}

/** Asks for all pictures at once; they are encoded afterwards, because that keeps a page busy for seconds. */
export async function picturesOf(page: Page, asked: readonly AskedPicture[]): Promise<() => Promise<ShownPicture[]>> {
  const shown = await page.evaluate((all) => {
    const { renderView } = window as unknown as DoorWindow
    const images: HTMLCanvasElement[] = []
    Object.assign(window, { images })
    return Promise.all(
      all.map(async ({ view, size, palette, language }, index) => {
        const { image, legend, ...rest } = await renderView(view, size, palette, language)
        images[index] = image
        const texts = legend.flatMap(({ items }) => items.map(({ text }) => text))
        return { ...rest, legend: texts, width: image.width, height: image.height }
      }),
    )
  }, asked)
  return async () => {
    const encoded = await page.evaluate(() =>
      (window as unknown as { images: HTMLCanvasElement[] }).images.map((image) => image.toDataURL()),
    )
    return shown.map((rest, index) => ({ ...rest, png: Buffer.from(encoded[index]?.split(',')[1] ?? '', 'base64') }))
  }
}
