import { describe, expect, test } from 'vitest'
import { addressOf, answerFor, cacheName, isKept, isOlderCache, rangeOf } from '../../../src/offline/rules'

const scope = 'https://plans.example/map/'
const files = new Set([
  ...['index.html', 'assets/main-abcd1234.js', 'assets/core-abcd1234.json', 'data/v1/authored.json'],
  ...['b/jiuqu/index.html', 's/west/index.html', 's/style.css'],
])
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
    ['data/v1/authored.json', 'data/v1/authored.json'],
  ])('%s', (rest, path) => {
    expect(ask(scope + rest, { mode: 'navigate' })).toEqual({ from: 'kept', path })
  })
})

describe('the network answers', () => {
  test.each([
    ['a picture of a page', `${scope}b/jiuqu/1.svg`, {}],
    ['a page that is not kept', `${scope}s/another/`, {}],
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

test.each([
  ['b/jiuqu/', 'b/jiuqu/index.html'],
  ['s/west/?x', 's/west/index.html'],
  ['s/style.css', 's/style.css'],
])('the network answers first, and the kept file where there is none: %s', (rest, otherwise) => {
  expect(ask(scope + rest, { mode: 'navigate' })).toEqual({ from: 'network', otherwise })
})

test('kept is what the map asks for, and the text of the pages beside it', () => {
  const names = [
    ...['index.html', 'assets/main-abcd1234.js', 'assets/basemap-abcd1234.bin', 's/west/index.html', 'b/style.css'],
    ...['data/v1/authored.json', 'data/v1/sbom.json', 'data/v1/licences.txt'],
  ]
  const others = [
    ...['single-file.html', 'icon-192.png', '.vite/manifest.json', 'assets/main-abcd1234.js.map', 's/west/preview.png'],
    ...['b/jiuqu/1.svg', 'data/v1/plans.json', 'data/v1/files.json', 'service-worker.js'],
  ]
  expect([...others, ...names].filter(isKept)).toEqual(names)
})

test('a page is asked for by its folder, any other file by its name', () => {
  expect(addressOf('index.html', scope)).toBe(scope)
  expect(addressOf('s/west/index.html', scope)).toBe(`${scope}s/west/`)
  expect(addressOf('assets/main-abcd1234.js', scope)).toBe(`${scope}assets/main-abcd1234.js`)
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
