/** The bill of materials of some modules, from the packages that are installed. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { componentsOf } from '../../../src/model/components'
import { billOf, licenceTexts } from '../../../src/sbom/bill'
import { namesWithin, packageFolder, packagesOf } from '../../../src/sbom/bundled-packages'

const root = process.cwd()
const modules = [
  'fflate/esm/browser.js',
  '@turf/helpers/dist/esm/index.js',
  'maplibre-gl/dist/maplibre-gl.mjs',
  'comlink/dist/esm/comlink.mjs',
]
const ids = [
  ...modules.map((path) => join(root, 'node_modules', path)),
  join(root, 'src/main.tsx'),
  '\0vite/preload-helper.js',
]
const packages = packagesOf(ids, root)
const bill = billOf({ name: 'yulan', version: '0.1.0', licence: 'MIT' }, packages)
const installed = (name: string) =>
  (JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')) as { version: string }).version

describe('a module belongs to the package', () => {
  test('in the innermost node_modules', () => {
    expect(packageFolder('/p/node_modules/a/node_modules/@s/b/x.js', '/p')).toBe('/p/node_modules/a/node_modules/@s/b')
    expect(packageFolder('\0/p/node_modules/a/x.js?commonjs', '/p')).toBe('/p/node_modules/a')
    expect(packageFolder('C:\\p\\node_modules\\@s\\b\\x.js', 'C:\\p')).toBe('C:\\p\\node_modules\\@s\\b')
  })
  test('of the bundler, for its helpers; to none, for our own', () => {
    expect(packageFolder('\0rolldown/runtime.js', '/p')).toBe('/p/node_modules/rolldown')
    expect(packageFolder('/p/src/main.tsx', '/p')).toBeUndefined()
  })
  test('a source map names those inside a file', () => {
    expect(namesWithin(['../node_modules/pbf/index.js', '../src/a.ts', '../node_modules/@mapbox/x/y.js'])).toEqual([
      '@mapbox/x',
      'pbf',
    ])
  })
})

test('the packages are those of the modules, with version and licence, and those inside a bundled file', () => {
  const listed = componentsOf(bill)
  expect(listed.filter(({ within }) => within === '')).toEqual([
    { name: '@turf/helpers', version: installed('@turf/helpers'), licence: 'MIT', within: '' },
    { name: 'comlink', version: installed('comlink'), licence: 'Apache-2.0', within: '' },
    { name: 'fflate', version: installed('fflate'), licence: 'MIT', within: '' },
    { name: 'maplibre-gl', version: installed('maplibre-gl'), licence: 'BSD-3-Clause', within: '' },
    { name: 'vite', version: installed('vite'), licence: 'MIT', within: '' },
  ])
  const inside = listed.filter(({ within }) => within === 'maplibre-gl').map(({ name }) => name)
  expect(inside).toEqual(expect.arrayContaining(['@mapbox/vector-tile', 'earcut', 'gl-matrix', 'pbf']))
  expect(listed.filter(({ name }) => name === 'pbf')).toEqual([
    { name: 'pbf', version: '', licence: 'BSD-3-Clause', within: 'maplibre-gl' },
  ])
})

test('the bill is CycloneDX 1.5 without a date or a number of its own', () => {
  expect(bill).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.5', version: 1 })
  expect(Object.keys(bill)).not.toContain('serialNumber')
  expect(Object.keys(bill.metadata)).toEqual(['component'])
  const refs = [bill.metadata.component, ...bill.components].map((one) => one['bom-ref'])
  expect(new Set(refs).size).toBe(refs.length)
  for (const { ref, dependsOn } of bill.dependencies) for (const one of [ref, ...dependsOn]) expect(refs).toContain(one)
  expect(bill.components[0]?.purl).toMatch(/^pkg:npm\//)
  expect(refs).toContain(`pkg:npm/%40turf/helpers@${installed('@turf/helpers')}`)
  expect(JSON.stringify(bill)).not.toContain(root)
})

test('the licences hold every package and the text that its licence asks to be kept', () => {
  const texts = licenceTexts(packages)
  for (const { name } of packages) expect(texts).toContain(name)
  expect(texts).toContain('Copyright (c) 2023, MapLibre contributors')
  expect(texts).toContain('Arjun Barrett')
  expect(texts).not.toContain('bundled dependencies')
})
