/**
 * `npx tsx tests/bench/link-open.ts [--rounds 12]`: how much longer a link with a selection and a question takes to show
 * its view (map at rest, panel open, question answered) than the plain page takes to come to rest. By turns in one
 * run, cold caches, a first round not counted; the ratio is the median of the ratios within a round.
 */
import { release } from '../../data/release'
import { themeIds } from '../../data/schema-ids'
import { defaultView } from '../../src/model/view'
import { encodeView } from '../../src/state/link'
import { type Browser, devices, freshProfile, launchBrowser } from '../e2e/browser'
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

/** Milliseconds from navigation until the map is at rest, and with `answered` until the question has its list. */
async function opened(browser: Browser, address: string, answered: boolean): Promise<number> {
  const profile = await freshProfile(browser, devices.desktop)
  try {
    const page = await profile.newPage()
    // The runner's compiler wraps inner functions in a helper that the page does not have.
    await page.addInitScript('globalThis.__name ??= (inner) => inner')
    await page.goto(address)
    return await page.evaluate(
      (wanted) =>
        new Promise<number>((resolve) => {
          const look = () => {
            const idle = performance.getEntriesByName('yulan:map-idle').length > 0
            const list = document.querySelector('[aria-label="分析结果"] li')
            if (idle && (!wanted || list)) resolve(performance.now())
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
const browser = await launchBrowser()
const pairs: [plain: number, link: number][] = []
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

const ratios = pairs.map(([plain, link]) => link / plain)
const { low, high } = bootstrap(ratios)
console.log(`\nplain page at rest   ${median(pairs.map(([plain]) => plain)).toFixed(0)} ms`)
console.log(`link with its answer ${median(pairs.map(([, link]) => link)).toFixed(0)} ms`)
console.log(`ratio ${median(ratios).toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)}), limit 1.3`)
process.exitCode = low > 1.3 ? 1 : 0
