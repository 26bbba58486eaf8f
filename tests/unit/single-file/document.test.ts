import { createHash } from 'node:crypto'
import { inflateSync, strFromU8 } from 'fflate'
import { expect, test } from 'vitest'
import { withoutModules } from '../../../src/single-file/document'
import { openedId, withOpened } from '../../../src/single-file/opened'

const page = `<!doctype html><html><head><meta charset="utf-8" />
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<link rel="stylesheet" href="./assets/page.css"><link rel="modulepreload" href="./assets/main.js">
<script type="module" src="./assets/boot.js"></script></head>
<body><p id="not-started">没有载入<a href="">重试</a></p></body></html>`
const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
const parts = {
  script: 'const a = "</script><!--";',
  style: 'a{color:red}</style>',
  files: [{ name: 'core.json', content: '{"字":1}' }],
  hash,
}

test('a page without a request: nothing but what stands in it, and a policy that allows no more', () => {
  const made = withoutModules(page, parts)
  expect(made.match(/<(script|link|img|iframe)[^>]*\s(src|href)=/g)).toBeNull()
  expect(made.match(/Content-Security-Policy/g)).toHaveLength(1)
  const policy = /content="([^"]*script-src[^"]*)"/.exec(made)?.[1] ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toMatch(/unsafe|https?:|\*/)
  const script = /<script>([\s\S]*?)<\/script>/.exec(made)?.[1] ?? ''
  const style = /<style>([\s\S]*?)<\/style>/.exec(made)?.[1] ?? ''
  expect(policy).toContain(hash(script))
  expect(policy).toContain(hash(style))
})

test('a script and a style sheet end where they end, whatever texts they hold', () => {
  const made = withoutModules(page, parts)
  expect(made.match(/<script>/g)).toHaveLength(1)
  expect(made).toContain('"<\\/script><\\!--"')
  expect(made).toContain('a{color:red}<\\/style>')
})

test('its files come out as they went in', () => {
  const block = /data-file="core.json">([^<]*)</.exec(withoutModules(page, parts))?.[1] ?? ''
  const bytes = Uint8Array.from(atob(block), (character) => character.charCodeAt(0))
  expect(strFromU8(inflateSync(bytes))).toBe('{"字":1}')
})

test('what it opens with is text, and can be read back', () => {
  const opened = { link: '1~d500112', own: undefined }
  const made = withOpened(withoutModules(page, parts), opened)
  expect(made).toContain(`id="${openedId}">{"link":"1~d500112"}<`)
  const evil = { link: '</script><script>alert(1)</script>' }
  expect(withOpened(withoutModules(page, parts), evil)).not.toContain('alert(1)</script>')
  expect(() => withOpened('<html></html>', opened)).toThrow()
})

test('a page that is not as the site builds it stops the build', () => {
  expect(() => withoutModules('<p>no page</p>', parts)).toThrow(/no head or body/)
})
