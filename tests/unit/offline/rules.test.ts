import { describe, expect, test } from 'vitest'
import { answerFor, cacheName, isOlderCache, rangeOf } from '../../../src/offline/rules'

const scope = 'https://plans.example/map/'
const files = new Set(['index.html', 'assets/main-abcd1234.js', 'assets/core-abcd1234.json'])
const ask = (url: string, change: Partial<{ method: string; mode: string; cache: string }> = {}) =>
  answerFor({ method: 'GET', url, mode: 'cors', cache: 'default', ...change }, scope, files)

describe('what is kept answers', () => {
  test.each([
    ['', 'index.html'],
    ['?m=1~d500112~v261130~kabcd', 'index.html'],
    ['index.html#map=9/29/106', 'index.html'],
    ['%EF%BC%9Fm=1~d500112', 'index.html'],
    ['assets/main-abcd1234.js', 'assets/main-abcd1234.js'],
    ['assets/core-abcd1234.json?x', 'assets/core-abcd1234.json'],
  ])('%s', (rest, path) => {
    expect(ask(scope + rest, { mode: 'navigate' })).toEqual({ from: 'kept', path })
  })
})

describe('the network answers', () => {
  test.each([
    ['a page of its own', `${scope}b/jiuqu/`, {}],
    ['data for readers', `${scope}data/v1/plans.json`, {}],
    ['another folder of the origin', 'https://plans.example/other/index.html', {}],
    ['another origin', 'https://tiles.example/map/assets/main-abcd1234.js', {}],
    ['who asks past every cache', scope, { cache: 'no-store' }],
    ['what is sent', scope, { method: 'POST' }],
    ['an address nobody can read', `${scope}%E0%A4%A`, {}],
  ])('%s', (_, url, change) => {
    expect(ask(url, change)).toEqual({ from: 'network' })
  })
})

test('each scope and version has a cache of its own, and only older ones of the same scope are forgotten', () => {
  const own = cacheName(scope, 'v2')
  expect(isOlderCache(cacheName(scope, 'v1'), scope, 'v2')).toBe(true)
  expect(isOlderCache(own, scope, 'v2')).toBe(false)
  expect(isOlderCache(cacheName('https://plans.example/', 'v1'), scope, 'v2')).toBe(false)
  expect(isOlderCache('their-cache', scope, 'v2')).toBe(false)
})

test.each([
  ['bytes=0-99', 1000, { first: 0, last: 99 }],
  ['bytes=900-', 1000, { first: 900, last: 999 }],
  ['bytes=-100', 1000, { first: 900, last: 999 }],
  ['bytes=990-2000', 1000, { first: 990, last: 999 }],
  ['bytes=1000-', 1000, undefined],
  ['bytes=5-2', 1000, undefined],
  ['bytes=-', 1000, undefined],
  [null, 1000, undefined],
])('the range %s of %i bytes', (header, size, range) => {
  expect(rangeOf(header, size)).toEqual(range)
})
