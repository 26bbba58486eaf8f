/** A page translator puts `<font>` around text, or in its place; what the page says must stay right. */
import { describe, expect, test } from 'vitest'
import { type MapPage, withoutWebgl } from './map-page'
import { useBrowser } from './scene'

const scene = useBrowser()

/** As translators do: the text node wrapped twice, or taken out and something else put in its place. */
const translate = ({ page }: MapPage, how: 'wraps' | 'replaces') =>
  page.evaluate((manner) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const texts: Text[] = []
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (node instanceof Text && node.data.trim() && !node.parentElement?.closest('script, style, svg, font'))
        texts.push(node)
    for (const text of texts) {
      const outer = document.createElement('font')
      const inner = document.createElement('font')
      outer.append(inner)
      text.before(outer)
      if (manner === 'wraps') inner.append(text)
      else {
        inner.textContent = `«${text.data}»`
        text.remove()
      }
    }
  }, how)

/** What the page complains of, but that there is no WebGL 2. */
const complaintsOf = (page: MapPage) => page.complaints.filter((complaint) => !complaint.includes('WebGL2'))
const textOf = async (page: MapPage) => ((await page.panel().textContent()) ?? '').replace(/[«»]/g, '')

describe.each(['wraps', 'replaces'] as const)('a translator that %s text', (how) => {
  test('leaves heading, plans and tabs of the district that is opened next', async () => {
    const plain = await scene.open({ before: withoutWebgl, link: '1~d500113' })
    await plain.showsPanelOf('巴南区')

    const page = await scene.open({ before: withoutWebgl, link: '1~d500112' })
    await page.showsPanelOf('渝北区')
    await page.settled()
    await translate(page, how)
    await page.settled()
    await page.show('d500113')
    await page.showsPanelOf('巴南区')
    // Long there by now, and the other comes piece by piece.
    const expected = await textOf(plain)
    await expect.poll(() => textOf(page), { timeout: 30_000 }).toBe(expected)
    await translate(page, how)
    await page.show('d500112')
    await page.showsPanelOf('渝北区')
    await page.showsPanelOf('渝北区')
    await page.show('')
    await page.showsNoPanel()
    expect(complaintsOf(page)).toEqual([])
  })

  test('leaves the answer to a question whose radius changes', async () => {
    const page = await scene.open({ before: withoutWebgl, link: '1~abuf5000.gyport' })
    const answer = page.page.getByRole('region', { name: '分析结果' })
    await answer
      .getByText(/78(\.\d)?\s*平方公里/)
      .first()
      .waitFor()
    await translate(page, how)
    await page.show('abuf10000.gyport')
    await answer
      .getByText(/31[34]/)
      .first()
      .waitFor()
    expect(await answer.getByText(/78(\.\d)?\s*平方公里/).count()).toBe(0)
    expect(complaintsOf(page)).toEqual([])
  })

  test('leaves the total of the list', async () => {
    const page = await scene.open({ before: withoutWebgl, link: '1~pg.catalogue' })
    await page.list().waitFor()
    const all = await page.listTotal()
    await translate(page, how)
    await page.show('pg.catalogue~t.in')
    await expect.poll(() => page.listTotal()).toBeLessThan(all)
    expect(complaintsOf(page)).toEqual([])
  })
})
