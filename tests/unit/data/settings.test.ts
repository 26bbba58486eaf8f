import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { buildSettings, SettingError, siteAddress } from '../../../data/settings'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

/** A project's root with an `.env` file. */
function rootWith(env: string, name = '.env'): string {
  const root = mkdtempSync(join(tmpdir(), 'yulan-env-'))
  folders.push(root)
  writeFileSync(join(root, name), env)
  return root
}

describe('the settings of the recipe', () => {
  test('are read from .env as those of the page are', () => {
    const root = rootWith(
      'YULAN_BOUNDARIES=mine.geojson\nYULAN_REGION=cities/other/\nVITE_SITE_URL=https://x.example\n',
    )
    expect(buildSettings(root)).toEqual({ regionFolder: 'cities/other', boundaryFile: 'mine.geojson' })
    expect(buildSettings(rootWith('YULAN_BOUNDARIES=a.json\n', '.env.production')).boundaryFile).toBe('a.json')
    expect(buildSettings(rootWith('YULAN_BOUNDARIES=a.json\n', '.env.production'), 'development')).toEqual({
      regionFolder: 'data',
    })
  })

  test('are the default ones where nothing is set, or set to nothing', () => {
    expect(buildSettings(rootWith(''))).toEqual({ regionFolder: 'data' })
    expect(buildSettings(rootWith('YULAN_REGION=\nYULAN_BOUNDARIES="  "\n'))).toEqual({ regionFolder: 'data' })
  })

  test('a quick build is asked for with 1, and anything but 1 and 0 is refused', () => {
    expect(buildSettings(rootWith('YULAN_PAGE_ONLY=1\n')).pageOnly).toBe(true)
    expect(buildSettings(rootWith('YULAN_PAGE_ONLY=0\n'))).toEqual({ regionFolder: 'data' })
    expect(() => buildSettings(rootWith('YULAN_PAGE_ONLY=yes\n'))).toThrow('YULAN_PAGE_ONLY=yes：应为 1 或 0')
  })

  test('those of the environment go first', () => {
    const root = rootWith('YULAN_REGION=from-file\n')
    process.env.YULAN_REGION = 'from-environment'
    try {
      expect(buildSettings(root).regionFolder).toBe('from-environment')
    } finally {
      delete process.env.YULAN_REGION
    }
  })

  test.each([
    ['GCJ-02', 'GCJ02'],
    ['bd09', 'BD09'],
    ['CGCS2000', 'WGS84'],
  ])('a datum may be written %s', (written, datum) => {
    const root = rootWith(`YULAN_BOUNDARIES=mine.geojson\nYULAN_BOUNDARIES_DATUM=${written}\n`)
    expect(buildSettings(root).boundaryDatum).toBe(datum)
  })

  test('a datum nobody knows, or of no file, stops with its value', () => {
    const xian = rootWith('YULAN_BOUNDARIES=mine.geojson\nYULAN_BOUNDARIES_DATUM=xian80\n')
    expect(() => buildSettings(xian)).toThrow(SettingError)
    expect(() => buildSettings(xian)).toThrow(/YULAN_BOUNDARIES_DATUM=xian80：.*gcj02/)
    expect(() => buildSettings(rootWith('YULAN_BOUNDARIES_DATUM=gcj02\n'))).toThrow(/YULAN_BOUNDARIES/)
  })
})

describe('where the site will stand', () => {
  test.each([
    ['https://example.org/map', 'https://example.org/map/'],
    ['https://example.org/map/', 'https://example.org/map/'],
    ['https://example.org', 'https://example.org/'],
    [' http://10.0.0.5:8080/a//', 'http://10.0.0.5:8080/a/'],
    ['', undefined],
    [undefined, undefined],
  ])('%s is %s', (written, address) => {
    expect(siteAddress(written)).toBe(address)
  })

  test.each([
    ['example.org/map', 'https://'],
    ['/map/', 'https://'],
    ['file:///D:/map/', 'https://'],
    ['https://example.org/map/index.html', '文件夹'],
    ['https://example.org/map/?a=1', '?'],
    ['https://example.org/#/map', '#'],
  ])('%s stops the build with its value', (written, word) => {
    expect(() => siteAddress(written)).toThrow(`VITE_SITE_URL=${written}：`)
    expect(() => siteAddress(written)).toThrow(word)
  })
})
