import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { useBrowser } from './scene'

const scene = useBrowser()

test('the page carries a strict policy: no inline script or style, no other host', () => {
  const html = readFileSync(join(inject('siteFolder'), 'index.html'), 'utf8')
  const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self'")
  expect(policy).toContain("style-src 'self'")
  expect(policy).toContain("connect-src 'self'")
  expect(policy).not.toMatch(/unsafe|https?:|\*/)
  expect(html).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>|<style|\sstyle="|\son[a-z]+="/)
})

test('a session breaks no rule of it and asks no other host', async () => {
  const violations: string[] = []
  const page = await scene.open({
    link: '1~d500112',
    before: async (raw) => {
      await raw.exposeFunction('reportViolation', (text: string) => violations.push(text))
      await raw.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (event) => {
          const report = Reflect.get(window, 'reportViolation') as (text: string) => void
          report(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`)
        })
      })
    },
  })
  await page.themes().first().click()
  await page.openList()
  await page.choose('巴南区')
  await page.showsPanelOf('巴南区')
  await page.copiedLink()
  await page.focusMap()
  await page.press('+')
  await page.page.waitForTimeout(1000)
  expect(violations).toEqual([])
  const site = new URL(inject('siteAddress')).origin
  const elsewhere = page.requests.filter((address) => !address.startsWith(site) && !/^(data|blob):/.test(address))
  expect(elsewhere).toEqual([])
  expect(page.complaints).toEqual([])
})

test('text of the record never becomes markup', async () => {
  const hostile = '<img src=x onerror="document.title=1">'
  const page = await scene.open({
    link: '1~d500112',
    before: async (raw) => {
      await raw.route(/assets\/features-[^/]*\.json/, async (route) => {
        const text = await (await route.fetch()).text()
        const collection = JSON.parse(text) as { features: { properties: { [key: string]: unknown } }[] }
        for (const { properties } of collection.features) {
          properties.summary = hostile
          properties.note = hostile
          if (properties.id === '500112') properties.name = hostile
        }
        await route.fulfill({ json: collection })
      })
    },
  })
  await page.showsPanelOf(hostile)
  await page.openList()
  await page.page.waitForTimeout(300)
  expect(await page.page.locator('img[src="x"]').count()).toBe(0)
  expect(await page.page.title()).not.toBe('1')
})
