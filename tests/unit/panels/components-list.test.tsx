import { afterEach, expect, test, vi } from 'vitest'
import { all, appears, type Mounted, mountPanels, one } from '../../fixtures/mounted-panels'
import { assets } from '../../fixtures/virtual-assets'

let mounted: Mounted
afterEach(() => mounted.end())

const packages = [
  { name: 'fflate', version: '0.8.3', licence: 'MIT', within: '' },
  { name: 'pbf', version: '', licence: 'BSD-3-Clause', within: 'maplibre-gl' },
]

/** jsdom opens no details by a press on the summary. */
function openList() {
  const details = [...document.querySelectorAll('details')].find((found) => found.textContent?.includes('开源软件包'))
  if (!details) throw new Error('no list of packages')
  details.open = true
  details.dispatchEvent(new Event('toggle'))
}

test('the packages come when their list is opened, each with its licence, and links to the whole', async () => {
  const components = vi.fn(async () => packages)
  mounted = mountPanels({ view: { item: { kind: 'page', id: 'about' } }, services: { components } })
  await vi.waitUntil(() => document.querySelector('.about-sources'), { timeout: 20_000 })
  expect(components).not.toHaveBeenCalled()
  openList()
  const list = await appears('.about-components')
  expect([...list.children].map(({ textContent }) => textContent?.replace(/\s+/g, ' '))).toEqual([
    'fflate 0.8.3 · MIT',
    'pbf · BSD-3-Clause · 含于 maplibre-gl',
  ])
  expect(one('link', '许可全文').getAttribute('href')).toBe('data/v1/licences.txt')
  expect(one('link', /CycloneDX/).getAttribute('href')).toBe('data/v1/sbom.json')
})

test('in the single file, which holds them itself, the whole is saved', async () => {
  const held: { [name: string]: string } = assets
  held['data/v1/licences.txt'] = 'blob:held'
  mounted = mountPanels({
    view: { item: { kind: 'page', id: 'about' } },
    services: { components: async () => packages },
  })
  await vi.waitUntil(() => document.querySelector('.about-sources'), { timeout: 20_000 })
  openList()
  await appears('.about-components')
  const link = one('link', '许可全文')
  expect([link.getAttribute('href'), link.getAttribute('download')]).toEqual(['blob:held', 'licences.txt'])
  expect(one('link', /CycloneDX/).hasAttribute('download')).toBe(false)
  delete held['data/v1/licences.txt']
})

test('a list that does not come says so and is asked for again', async () => {
  let online = false
  mounted = mountPanels({
    view: { item: { kind: 'page', id: 'about' } },
    services: { components: async () => (online ? packages : undefined) },
  })
  await vi.waitUntil(() => document.querySelector('.about-sources'), { timeout: 20_000 })
  openList()
  const alert = await appears('.about-rule [role=alert]')
  online = true
  one('button', '重试', alert).click()
  await appears('.about-components')
  expect(all('link').length).toBeGreaterThan(0)
})
