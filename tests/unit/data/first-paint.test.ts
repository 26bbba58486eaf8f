import { beforeAll, describe, expect, test } from 'vitest'
import { firstPaintSvg } from '../../../data/steps/first-paint'
import { builtRecord } from '../../fixtures/built-record'
import { chongqing, chongqingPage } from '../../fixtures/region'

const hostile = '<img src=x onerror="alert(1)">&\''
let draw: (name?: string) => string
beforeAll(async () => {
  const { boundaries, rivers, resolved } = await builtRecord()
  draw = (name) =>
    firstPaintSvg({
      topology: boundaries.topology,
      rivers,
      features: resolved.features.map((feature) =>
        name && feature.id === '500112' ? { ...feature, properties: { ...feature.properties, name } } : feature,
      ),
      region: chongqing,
      linkFor: (district) => `1~d${district}`,
    })
})

describe('the static map in the page', () => {
  test('holds the nine districts as named links', () => {
    const svg = draw()
    for (const code of chongqingPage.centralDistricts)
      expect(svg).toMatch(new RegExp(`<a href="\\?m=1~d${code}" data-district="${code}"[^>]* aria-label="[^"]+区"`))
  })

  test('is small enough to paint before any script', () => {
    expect(draw().length).toBeLessThan(60_000)
  })

  test('never lets a name become markup', () => {
    const svg = draw(hostile)
    expect(svg).not.toContain('<img')
    expect(svg).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;')
  })

  test('has no style attribute and no script, which the page’s policy would refuse', () => {
    expect(draw()).not.toMatch(/ style=|<script|<style| on\w+=/)
  })
})
