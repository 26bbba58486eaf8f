/** What axe says against a page. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from './browser'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Each rule that the page breaks, with the elements that do; of `rules` alone where they are given. */
export async function violations({ page }: { page: Page }, rules?: string[]): Promise<string[]> {
  const results = await page.evaluate(
    async ([source, only]) => {
      // Evaluated by the debugger, as a script tag would break the page's own policy.
      if (!Reflect.has(window, 'axe')) new Function(source)()
      const { run } = Reflect.get(window, 'axe') as { run: (options: object) => Promise<AxeResults> }
      return run({ resultTypes: ['violations'], ...(only ? { runOnly: only } : {}) })
    },
    [axe, rules] as const,
  )
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}
