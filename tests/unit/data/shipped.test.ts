import { readFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import Ajv2020 from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import { beforeAll, describe, expect, test } from 'vitest'
import { SCHEMA_VERSION } from '../../../data/schema'
import { coverageReport } from '../../../data/steps/coverage'
import { authoredTexts } from '../../fixtures/authored-text'
import { builtRecord } from '../../fixtures/built-record'

let files: Map<string, string>
let core: string
let report: string
beforeAll(async () => {
  const built = await builtRecord()
  files = built.shipped.files
  core = built.shipped.core
  report = coverageReport(built)
})

const json = (name: string) => JSON.parse(files.get(name) ?? 'null')
const dataFiles = () => [...files.keys()].filter((name) => /\.(geo)?json$/.test(name) && !name.endsWith('.schema.json'))
const documented = ['plans', 'projects', 'indicators', 'relations', 'sources', 'themes', 'adjacency']

describe('data/v1', () => {
  test('holds every documented file', () => {
    for (const name of documented) expect(dataFiles()).toContain(`${name}.json`)
    expect(dataFiles()).toContain('features.geojson')
    expect(dataFiles()).toContain('extents.geojson')
    expect(files.has('projects.csv')).toBe(true)
  })

  test('every JSON file carries schema and release, and its rows under its own name', () => {
    for (const name of dataFiles()) {
      const file = json(name)
      expect(file.schema, name).toBe(SCHEMA_VERSION)
      expect(file.release, name).toMatch(/^\d{4}-\d{2}-\d{2}$/)
      const key = name.endsWith('.geojson') ? 'features' : name.replace('.json', '')
      expect(Array.isArray(file[key]), name).toBe(true)
    }
  })

  test('every file is valid by the JSON Schema beside it, and the schema refuses what is not', () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true })
    addFormats(ajv)
    for (const name of dataFiles()) {
      const validate = ajv.compile(json(name.replace(/\.(geo)?json$/, '.schema.json')))
      validate(json(name))
      expect(validate.errors ?? [], name).toEqual([])
      expect(validate({ ...json(name), schema: 2 }), `${name} of another version`).toBe(false)
    }
  })

  test('the schemas stay open to further fields and members, and closed to a field of another type', () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true })
    addFormats(ajv)
    const validate = ajv.compile(json('plans.schema.json'))
    const [plan, ...others] = json('plans.json').plans
    const withPlan = (changed: object) => ({ ...json('plans.json'), plans: [{ ...plan, ...changed }, ...others] })
    expect(validate(withPlan({ status: 'paused', reviewed: '2031-01-01' }))).toBe(true)
    expect(validate(withPlan({ status: 5 }))).toBe(false)
    expect(validate(withPlan({ text: undefined }))).toBe(false)
  })

  test('a feature without a known place ships with a null geometry', () => {
    const { features } = json('features.geojson') as { features: { geometry: unknown }[] }
    expect(features.some(({ geometry }) => geometry === null)).toBe(true)
  })

  test('coordinates are longitude, latitude in the region, but for the partners beyond it', () => {
    const { features } = json('features.geojson') as {
      features: { geometry: { type: string; coordinates: [number, number] } | null; properties: { kind: string } }[]
    }
    const points = features.filter(({ geometry }) => geometry?.type === 'Point')
    const outside = points.filter(({ geometry }) => {
      const [longitude, latitude] = geometry?.coordinates ?? [0, 0]
      return longitude < 105 || longitude > 111 || latitude < 28 || latitude > 33
    })
    expect(points.length).toBeGreaterThan(200)
    for (const { properties } of outside) expect(['city', 'facility', 'zone']).toContain(properties.kind)
  })

  test('the table of projects opens in a spreadsheet', () => {
    const csv = files.get('projects.csv') ?? ''
    expect(csv.startsWith('\ufeff')).toBe(true)
    expect(csv.trimEnd().split('\r\n')).toHaveLength(1 + authoredTexts('projects.yaml').length)
  })
})

describe('what it costs and says', () => {
  test('the data of the first view is below 300 kB brotli', () => {
    const bytes = [core, files.get('features.geojson') ?? ''].map((text) => brotliCompressSync(text).length)
    expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThan(300_000)
  })

  test('the README quotes the coverage as it is', () => {
    expect(readFileSync('README.md', 'utf8')).toContain(report)
  })

  test('no name of a person stands in it: plans belong to offices', () => {
    const suspicious = /(书记|区长|主任|市长|院长|董事长)[\u4e00-\u9fff]{2,3}(说|表示|介绍)/
    for (const [name, text] of files) expect(suspicious.exec(text)?.[0], name).toBeUndefined()
  })
})
