import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { chongqing } from '../../fixtures/region'

/** What belongs to one city and therefore in its `region.yaml`: codes, names of districts and rivers, boxes. */
const { name, centralDistricts, districtNames, rivers, boards, homeBounds, farBounds, nearBounds } = chongqing
const names = [
  name.zh,
  name.en,
  ...centralDistricts.map((district) => district.name.replace(/区$/, '')),
  ...Object.values(districtNames).flat(),
  ...rivers.flatMap((river) => [river.name, river.nameEn]),
  ...boards,
]
const coordinates = [homeBounds, farBounds, nearBounds].flat().filter((degrees) => !Number.isInteger(degrees))

const code = ['geo', 'data', 'src'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => ({ path: join(folder, path), text: withoutComments(readFileSync(join(folder, path), 'utf8')) })),
)

/** Comments may tell of an example. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')
}

test('the code is looked at, and would be caught', () => {
  expect(code.length).toBeGreaterThan(250)
  expect(withoutComments("const a = '渝北' // 巴南\n/** 长江 */")).toBe("const a = '渝北' \n")
})

test.each([...names, ...coordinates.map(String)])('no code says %s', (word) => {
  const pattern = new RegExp(/^[a-z]/i.test(word) ? `\\b${word}\\b` : word.replaceAll('.', '\\.'))
  expect(code.filter(({ text }) => pattern.test(text)).map(({ path }) => path)).toEqual([])
})

test('no code spells out a district’s code or the years of the tables', () => {
  const wrong = /(['"`])\d{6}\1|\b20(19|2[0-5])\b(?!-)/
  expect(code.filter(({ text }) => wrong.test(text)).map(({ path }) => path)).toEqual([])
})
