import { beforeAll, describe, expect, test } from 'vitest'
import type { BuiltRecord } from '../../../data/build'
import { briefingFiles } from '../../../data/steps/briefing-pages'
import { firstPaintSvg } from '../../../data/steps/first-paint'
import { type ToldScene, tellBriefings } from '../../../src/briefing-pages'
import { placeOfScene } from '../../../src/model/briefing/briefing'
import { decodeValue } from '../../../src/state/link'
import { builtRecord } from '../../fixtures/built-record'

let built: BuiltRecord
let staticMap: string
let files: Map<string, string | Uint8Array>
let told: ReadonlyMap<string, ToldScene[]>
const policy = "default-src 'none'; style-src 'self'; img-src 'self'"

const pagesOf = (from: Pick<BuiltRecord, 'briefings' | 'shipped' | 'region'>) =>
  briefingFiles({
    ...from,
    staticMap,
    contentSecurityPolicy: policy,
    withPng: false,
    tellBriefings: (material) => {
      told = tellBriefings(material)
      return told
    },
  })

beforeAll(async () => {
  built = await builtRecord()
  staticMap = firstPaintSvg({
    topology: built.boundaries.topology,
    rivers: built.rivers,
    features: built.resolved.features as never,
    region: built.region,
    linkFor: () => '1',
  })
  const made = pagesOf(built)
  expect(made.problems).toEqual([])
  files = made.files
})

const page = (slug: string) => String(files.get(`b/${slug}/index.html`))
const briefings = () => built.briefings.map(({ row }) => row)

describe('the page of a briefing', () => {
  test('holds every title, and every point with its figures and sources', () => {
    for (const { slug, title, scenes } of briefings()) {
      const html = page(slug)
      expect(html).toContain(`<h1>${title}</h1>`)
      expect(told.get(slug)?.map(({ no }) => no)).toEqual(scenes.map(({ no }) => no))
      for (const scene of told.get(slug) ?? []) {
        expect(html).toContain(`id="s${scene.no}"`)
        for (const { text, figures, sources, kind } of scene.points) {
          expect(html).toContain(text.replaceAll('&', '&amp;').replaceAll('"', '&quot;'))
          for (const { value } of figures) expect(html).toContain(`<strong>${value.replace('>', '&gt;')}</strong>`)
          if (kind !== 'words') expect(sources.length, `${slug} ${scene.no} ${text}`).toBeGreaterThan(0)
        }
      }
    }
  })

  test('needs no script and no other host', () => {
    for (const [name, content] of files) {
      if (!name.endsWith('.html')) continue
      expect(content, name).toContain(policy.replaceAll('"', '&quot;'))
      expect(content, name).not.toMatch(/<script|<style|javascript:| on[a-z]+=| style=/)
      expect(String(content).replaceAll(/xmlns="[^"]*"/g, ''), name).not.toMatch(/https?:\/\//)
    }
  })

  test('shows a still picture of each scene, which is there', () => {
    for (const { slug, scenes } of briefings())
      for (const { no } of scenes) {
        expect(page(slug)).toContain(`<img src="${no}.svg"`)
        const picture = String(files.get(`b/${slug}/${no}.svg`))
        expect(picture).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/)
        expect(picture).not.toMatch(/NaN|undefined|<script|href=/)
        expect(picture.length).toBeLessThan(150_000)
      }
  })

  test('plays from each scene: what the scene shows, and its place in the briefing', () => {
    for (const { slug } of briefings())
      for (const scene of told.get(slug) ?? []) {
        expect(page(slug)).toContain(`href="../../?m=${scene.playValue}"`)
        const { view, integrity, unread } = decodeValue(scene.playValue)
        expect([integrity, unread]).toEqual(['ok', []])
        expect(view.scene).toEqual({ briefing: slug, index: scene.no })
      }
  })

  test('gives chat programs a picture, by its whole address where the site has one', () => {
    expect(page('jiuqu')).toContain('<meta property="og:image" content="preview.svg">')
    const { files: addressed } = briefingFiles({
      ...built,
      staticMap,
      contentSecurityPolicy: policy,
      withPng: false,
      siteUrl: 'https://example.org/map/',
      tellBriefings: () => told,
    })
    expect(addressed.get('b/jiuqu/index.html')).toContain('content="https://example.org/map/b/jiuqu/preview.svg"')
    expect(String(files.get('b/jiuqu/preview.svg'))).toContain('中心城区九区一览')
  })

  test('stands in the list', () => {
    for (const { slug, title } of briefings()) {
      expect(files.get('b/index.html')).toContain(`href="${slug}/"`)
      expect(files.get('b/index.html')).toContain(title)
    }
  })
})

test('a city without briefings has no pages of them', () => {
  const shipped = {
    ...built.shipped,
    files: new Map([...built.shipped.files, ['briefings.json', JSON.stringify({ briefings: [] })]]),
  }
  expect(pagesOf({ ...built, briefings: [], shipped })).toEqual({ files: new Map(), problems: [], told: new Map() })
})

describe('a view of a scene', () => {
  const withView = (view: string, points: object[] = [{ text: '话' }]) => {
    const [first] = built.briefings
    if (!first) throw new Error('there is no briefing')
    const [scene] = first.row.scenes
    const row = { ...first.row, scenes: [{ ...scene, view, points }] } as (typeof first)['row']
    const briefing = { ...first, row }
    const files = new Map([
      ...built.shipped.files,
      ['briefings.json', JSON.stringify({ briefings: [{ ...row, release: '2026-11-30' }] })] as const,
    ])
    return pagesOf({ ...built, briefings: [briefing], shipped: { ...built.shipped, files } }).problems
  }

  test.each([
    ['1~d500112~v261130~kAAAA', '不完整'],
    ['1~fnosuchplace~v261130~k2D5A', 'nosuchplace'],
    ['1~sjiuqu.1~v261130~kMDWN', '汇报的一页'],
  ])('%s is told with the line of the view', (view, word) => {
    const problems = withView(view)
    expect(problems.map(({ message }) => message).join('\n')).toContain(word)
    expect(problems[0]?.file).toBe('data/briefings/jiuqu.yaml')
    expect(problems[0]?.line).toBeGreaterThan(5)
  })

  test('asks a question where its answer is cited', () => {
    expect(withView('1~v261130~kW27K', [{ cite: 'answer' }])[0]?.message).toContain('提问')
  })

  test('asks nothing that has no answer', () => {
    // A place that is not known has no surroundings.
    const unplaced = built.resolved.features.find(({ geometry, properties }) => !geometry && properties.kind !== 'zone')
    const problems = withView(`1~abuf5000.${unplaced?.id}~v261130`, [{ text: '话' }])
    expect(problems.map(({ message }) => message).join('\n')).toContain('没有答案')
  })
})

describe('the published briefings', () => {
  test('have scenes with a title and a point each, and numbers that lead to their places', () => {
    for (const briefing of briefings())
      for (const [place, { no, title, points }] of briefing.scenes.entries()) {
        expect(title.length, `${briefing.slug} ${no}`).toBeGreaterThan(1)
        expect(points.length, `${briefing.slug} ${no}`).toBeGreaterThan(0)
        expect(placeOfScene(briefing as never, no)).toBe(place)
      }
  })

  test('state no figure that no row says', () => {
    for (const { slug, scenes } of briefings())
      for (const { no, points } of scenes)
        for (const point of points)
          if ('text' in point)
            expect(point.text, `${slug} ${no}`).not.toMatch(
              /\d|[一二三四五六七八九十百千万亿]+(亿|万|个|项|条|座|公里)/,
            )
  })

  test('cite only what the record still has', () => {
    for (const scenes of told.values())
      for (const { points } of scenes) for (const { kind } of points) expect(kind).not.toBe('lost')
  })
})
