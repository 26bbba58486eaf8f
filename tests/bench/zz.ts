import { launchBrowser } from '../e2e/browser'
import { measureInteractions } from './interactions'

const browser = await launchBrowser()
try {
  const f = await measureInteractions(browser, 'http://localhost:4900/', 3)
  for (const [k, v] of Object.entries(f)) console.log(k, (v as number[]).map((x) => Math.round(x)).join(' '))
} finally {
  await browser.close()
}
