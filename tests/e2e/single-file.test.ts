/** The single file, as somebody opens it from a folder or a stick, without a network. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { carriedLayers } from '../../src/model/own-data/carried'
import { singleFileName, withOpened } from '../../src/single-file/opened'
import { strewnTable } from '../fixtures/own-table'
import { devices, freshProfile } from './browser'
import { useBrowser } from './scene'

const scene = useBrowser()
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'yulan-stick-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const file = () => join(inject('siteFolder'), singleFileName)

async function opened(page: string) {
  const path = join(folder, '渝览.html')
  writeFileSync(path, page)
  const profile = await freshProfile(scene.browser(), devices.desktop)
  await profile.setOffline(true)
  const tab = await profile.newPage()
  const asked: string[] = []
  const complaints: string[] = []
  tab.on('request', (request) => {
    if (!/^(file|blob|data):/.test(request.url())) asked.push(request.url())
  })
  tab.on('pageerror', (error) => complaints.push(error.message))
  tab.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  await tab.goto(`file://${path}`)
  await tab.locator('#map[aria-busy="false"]').waitFor()
  return { tab, asked, complaints, close: () => profile.close() }
}

test('is at most 5 MB', () => {
  expect(statSync(file()).size).toBeLessThanOrEqual(5_000_000)
})

test('opens with the link it was saved with, gives out the licences, asks for nothing and complains of nothing', async () => {
  const { tab, asked, complaints, close } = await opened(
    withOpened(readFileSync(file(), 'utf8'), { link: '1~d500113~abuf5000.gyport~v261130' }),
  )
  await tab.locator('aside[aria-label="详情"] h2', { hasText: '巴南区' }).waitFor()
  await tab.getByRole('region', { name: '分析结果' }).getByRole('listitem').first().waitFor()
  await tab.locator('.statement button').first().click()
  await tab.getByText('所用的开源软件包').click()
  for (const [link, holds] of [
    ['许可全文', 'Permission is hereby granted'],
    ['软件物料清单（CycloneDX）', '"bomFormat"'],
  ] as const) {
    const [download] = await Promise.all([tab.waitForEvent('download'), tab.getByRole('link', { name: link }).click()])
    expect(readFileSync(await download.path(), 'utf8'), link).toContain(holds)
  }
  expect(asked).toEqual([])
  expect(complaints).toEqual([])
  await close()
})

test('brings the own layers it was saved with: on the map, listed, marked', async () => {
  const layer = { id: 'own1', table: strewnTable(40), datum: { kind: 'wgs84' }, visible: true, keep: false } as const
  const carried = deflateRawSync(JSON.stringify(carriedLayers([layer])))
  const { tab, asked, complaints, close } = await opened(
    withOpened(readFileSync(file(), 'utf8'), { link: '1~v261130' }, carried),
  )
  await tab.locator('.statement', { hasText: '自备数据·未核' }).waitFor()
  await tab.getByRole('button', { name: '我的数据' }).click()
  const panel = tab.getByRole('region', { name: '我的数据' })
  await panel.getByText('读入 40 行，40 行有位置').waitFor()
  expect(asked).toEqual([])
  expect(complaints).toEqual([])
  await close()
})

test('plays a published briefing', async () => {
  const { tab, asked, complaints, close } = await opened(
    withOpened(readFileSync(file(), 'utf8'), { link: '1~sjiuqu.1~v261130' }),
  )
  const show = tab.getByRole('region', { name: '汇报', exact: true })
  await show.getByText(/^第 1 \/ \d+ 页$/).waitFor()
  await tab.keyboard.press('PageDown')
  await show.getByText(/^第 2 \/ \d+ 页$/).waitFor()
  expect(asked).toEqual([])
  expect(complaints).toEqual([])
  await close()
})
