import Ajv2020 from 'ajv/dist/2020'
import { beforeAll, describe, expect, test } from 'vitest'
import { type EmbedInput, embedFiles } from '../../../data/steps/embed'
import { builtRecord } from '../../fixtures/built-record'

let input: EmbedInput
beforeAll(async () => {
  const { record, shipped, region } = await builtRecord()
  const links = record.links.map(({ row }) => row)
  const { briefings } = JSON.parse(shipped.files.get('briefings.json') ?? '')
  input = {
    ...{ release: region.release, links, briefings },
    siteUrl: 'https://map.example/yulan/',
    playValue: (slug, no) => `1~s${slug}.${no}`,
    paths: new Set(links.map(({ slug }) => `s/${slug}/preview.png`)),
  }
})
const embed = (change: Partial<EmbedInput> = {}) =>
  JSON.parse(embedFiles({ ...input, ...change }).get('embed.json') ?? '')

describe('embed.json', () => {
  test('has a picture and a frame for every named link and every page of every briefing', () => {
    const { links, briefings } = embed()
    expect(links).toHaveLength(input.links.length)
    expect(briefings.map(({ slug }: { slug: string }) => slug)).toEqual(input.briefings.map(({ slug }) => slug))
    const scenes = briefings.flatMap(({ scenes: all }: { scenes: object[] }) => all)
    expect(scenes).toHaveLength(input.briefings.reduce((sum, { scenes: all }) => sum + all.length, 0))
    for (const one of [...links, ...briefings, ...scenes]) {
      for (const key of ['url', 'iframe', 'thumbnail_url']) expect(one[key]).toMatch(/^https:\/\/map\.example\/yulan\//)
      expect([one.thumbnail_width, one.thumbnail_height]).toEqual([1200, 630])
    }
  })

  test('names the PNG where one is drawn, else the SVG; from the root where the site does not know its address', () => {
    const { links, briefings } = embed({ siteUrl: undefined })
    expect(links[0].thumbnail_url).toBe(`s/${links[0].slug}/preview.png`)
    expect(briefings[0].scenes[0].thumbnail_url).toMatch(/^b\/[a-z]+\/card-\d+\.svg$/)
    expect(links[0].iframe).toMatch(/^\?m=1~/)
  })

  test('is valid against its schema, which finds out a missing picture', () => {
    const validate = new Ajv2020({ strict: false }).compile(
      JSON.parse(embedFiles(input).get('embed.schema.json') ?? ''),
    )
    expect(validate(embed()), JSON.stringify(validate.errors)).toBe(true)
    const { thumbnail_url: _, ...bare } = embed().links[0]
    expect(validate({ ...embed(), links: [bare] })).toBe(false)
  })
})
