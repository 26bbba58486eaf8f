/** The second door opened on a page of the built site, with the record the site ships. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PictureSize } from '../../src/map/picture/render-view'
import type { View } from '../../src/model/view'
import type { Language, PaletteChoice } from '../../src/state/store'
import type { Page } from '../e2e/browser'
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

/** Opens the door on a page that is on the site and serves the door's files. */
export async function openDoorOn(page: Page, door: BuiltDoor, siteFolder: string, siteAddress: string): Promise<void> {
  const read = (name: string) => JSON.parse(readFileSync(join(siteFolder, 'data/v1', name), 'utf8'))
  const rows = ['plans', 'themes', 'sources', 'units', 'adjacency', 'aliases'].map((key) => [
    key,
    read(`${key}.json`)[key],
  ])
  const material = {
    assets: siteAssets(siteFolder, siteAddress),
    core: { ...Object.fromEntries(rows), features: read('features.geojson').features, release: '' },
    details: { relations: read('relations.json').relations },
    region: chongqingPage,
    today: '2026-11-30',
  }
  await page.evaluate(
    async ([script, given]) => {
      const { openDoor } = await import(script as string)
      Object.assign(window, { renderView: openDoor(given) })
    },
    [`${siteAddress}${door.script}`, material] as const,
  )
}

/** Asks for all pictures at once. */
export async function picturesOf(page: Page, asked: readonly AskedPicture[]): Promise<ShownPicture[]> {
  const shown = await page.evaluate((all) => {
    const { renderView } = window as unknown as DoorWindow
    return Promise.all(
      all.map(async ({ view, size, palette, language }) => {
        const { image, legend, ...rest } = await renderView(view, size, palette, language)
        const texts = legend.flatMap(({ items }) => items.map(({ text }) => text))
        return { ...rest, legend: texts, width: image.width, height: image.height, png: image.toDataURL() }
      }),
    )
  }, asked)
  return shown.map(({ png, ...rest }) => ({ ...rest, png: Buffer.from(png.split(',')[1] ?? '', 'base64') }))
}
