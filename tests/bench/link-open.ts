/**
 * `npx tsx tests/bench/link-open.ts [--rounds 12]`: how much longer a link with a selection and a question takes to show
 * its view (map at rest, panel open, question answered) than the plain page takes to come to rest; and the same until
 * each has drawn everything, the record's signs and the answer on the map included. By turns in one run, cold caches, a
 * first round not counted; each ratio is the median of the ratios within a round.
 */

import { themeIds } from '../../data/schema-ids'
import { defaultView } from '../../src/model/view'
import { encodeView } from '../../src/state/link'
import { type Browser, devices, freshProfile, launchBrowser } from '../e2e/browser'
import { release } from '../fixtures/region'
import { buildSite, serveSite } from '../setup/site'
import { bootstrap, median } from './statistics'

const at = process.argv.indexOf('--rounds')
const rounds = at < 0 ? 12 : Number(process.argv[at + 1])
const linked = encodeView(
  {
    ...defaultView(themeIds),
    feature: 'gyport',
    analysis: { kind: 'buffer', radiusMeters: 5000, subject: { feature: 'gyport' } },
  },
  release,
)

interface Opened {
  /** Milliseconds from navigation until the map is at rest, and with `answered` until the question has its list. */
  shown: number
  /** Until the record is there and the map is at rest for good. */
  complete: number
}

async function opened(browser: Browser, address: string, answered: boolean): Promise<Opened> {
  const profile = await freshProfile(browser, devices.desktop)
  try {
    const page = await profile.newPage()
    // The runner's compiler wraps inner functions in a helper that the page does not have.
    await page.addInitScript('globalThis.__name ??= (inner) => inner')
    await page.goto(address)
    return await page.evaluate(
      (wanted) =>
        new Promise<Opened>((resolve) => {
          const settledMilliseconds = 500
          let shown: number | undefined
          let restedSince: number | undefined
          const look = () => {
            const now = performance.now()
            const idle = performance.getEntriesByName('yulan:map-idle').length > 0
            const list = document.querySelector('[aria-label="分析结果"] li')
            if (idle && (!wanted || list)) shown ??= now
            const hasRecord = /\d/.test(document.querySelector('.theme-panel [aria-pressed]')?.textContent ?? '')
            const rests = document.querySelector('#map')?.getAttribute('aria-busy') === 'false'
            restedSince = shown !== undefined && hasRecord && rests ? (restedSince ?? now) : undefined
            if (shown !== undefined && restedSince !== undefined && now - restedSince > settledMilliseconds)
              resolve({ shown, complete: restedSince })
            else setTimeout(look, 5)
          }
          look()
        }),
      answered,
    )
  } finally {
    await profile.close()
  }
}

const site = await buildSite()
const server = await serveSite(site.folder)
const browser = await launchBrowser('measured')
const pairs: [plain: Opened, link: Opened][] = []
for (let round = -1; round < rounds; round++) {
  const measure = {
    plain: () => opened(browser, server.address, false),
    link: () => opened(browser, `${server.address}?m=${linked}`, true),
  }
  const linkFirst = round % 2 === 0
  const early = await (linkFirst ? measure.link() : measure.plain())
  const late = await (linkFirst ? measure.plain() : measure.link())
  if (round >= 0) pairs.push(linkFirst ? [late, early] : [early, late])
  process.stderr.write('.')
}
await browser.close()
await server.close()
site.remove()

for (const [name, until] of [
  ['shown', ({ shown }: Opened) => shown],
  ['complete', ({ complete }: Opened) => complete],
] as const) {
  const ratios = pairs.map(([plain, link]) => until(link) / until(plain))
  const { low, high } = bootstrap(ratios)
  const [plain, link] = [0, 1].map((at) => median(pairs.map((pair) => until(pair[at] as Opened))).toFixed(0))
  const range = `${low.toFixed(2)}–${high.toFixed(2)}`
  console.log(
    `\n${name}: plain page ${plain} ms, link ${link} ms, ratio ${median(ratios).toFixed(2)} (${range}), limit 1.3`,
  )
  if (low > 1.3) process.exitCode = 1
}
