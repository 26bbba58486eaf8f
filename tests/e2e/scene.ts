/** One browser for the tests of a file, pages closed after each, and the district positions of the built site. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FeatureCollection, Geometry } from 'geojson'
import { afterEach, beforeAll, inject } from 'vitest'
import { labelPoint } from '../../geo/labels/label-point'
import { chongqingPage } from '../fixtures/region'
import { type Browser, type BrowserUse, launchBrowser } from './browser'
import { MapPage, type Opening } from './map-page'

export interface Scene {
  browser: () => Browser
  open: (opening?: Opening) => Promise<MapPage>
}

/** The browsers of this process. They end with it: the next file's pages find the engine's shaders made. */
const browsers = new Map<BrowserUse, Browser>()

export function useBrowser(use: BrowserUse = 'brief'): Scene {
  let browser: Browser | undefined
  const open: MapPage[] = []
  beforeAll(async () => {
    browser = browsers.get(use)
    if (!browser?.isConnected()) browser = await launchBrowser(use)
    browsers.set(use, browser)
  })
  afterEach(async () => {
    for (const page of open.splice(0)) await page.close()
  })
  const running = () => {
    if (!browser) throw new Error('the browser is not running yet')
    return browser
  }
  return {
    browser: running,
    open: async (opening) => {
      const page = await MapPage.open(running(), inject('siteAddress'), opening)
      open.push(page)
      return page
    },
  }
}

export interface District {
  code: string
  name: string
  /** The middle of its polygon, where its name stands. */
  middle: readonly [number, number]
}

/** A file of `data/v1/` as the built site ships it. */
export const shipped = <T>(name: string): T =>
  JSON.parse(readFileSync(join(inject('siteFolder'), 'data/v1', name), 'utf8')) as T

type ShippedFeatures = FeatureCollection<
  Geometry,
  { id: string; name: string; kind: string; districts: string[]; themes: string[] }
>

export const shippedFeatures = () => shipped<ShippedFeatures>('features.geojson').features

export const shippedThemes = () => shipped<{ themes: { id: string }[] }>('themes.json').themes

/** The nine districts as the built site ships them. */
export function centralDistricts(): District[] {
  const features = shippedFeatures()
  return chongqingPage.centralDistricts.map((code) => {
    const district = features.find(({ properties }) => properties.id === code)
    if (!district) throw new Error(`the site ships no district ${code}`)
    return { code, name: district.properties.name, middle: labelPoint(district.geometry) }
  })
}
