import { expect, test } from 'vitest'
import { embedOrigins } from '../../../src/model/embed-origins'

test('the origins an owner names are origins, and nothing else is', () => {
  expect(embedOrigins('https://a.example, https://b.example:8443/path\nhttp://c.example')).toEqual({
    origins: ['https://a.example', 'https://b.example:8443', 'http://c.example'],
    problems: [],
  })
  expect(embedOrigins('* null a.example file:///x javascript:1').origins).toEqual([])
  expect(embedOrigins(undefined)).toEqual({ origins: [], problems: [] })
})

test.each([
  ['https://*.example.org', '*'],
  ['*', '*'],
  ['www.example.org', 'https://'],
  ['null', 'https://'],
  ['file:///C:/page.html', 'file:'],
  ['https://user@example.org', '用户名'],
])('%s is named with what to write instead', (setting, word) => {
  const { origins, problems } = embedOrigins(`https://good.example ${setting}`)
  expect(origins).toEqual(['https://good.example'])
  expect(problems).toEqual([{ text: setting, sentence: expect.stringContaining(word) }])
})

test('what an address bar or a Chinese keyboard adds does no harm', () => {
  expect(embedOrigins('https://A.example/，https://b.example:443/map?x=1').origins).toEqual([
    'https://a.example',
    'https://b.example',
  ])
})
