/** Compares a content security policy sent as a header with that of the page: a browser applies both. Pure. */

/** A policy: the sources of each directive, by its name in small letters. */
export type Policy = ReadonlyMap<string, readonly string[]>

/** Returns the directives of a policy; of two with one name the first counts. */
export function readPolicy(text: string): Policy {
  const policy = new Map<string, readonly string[]>()
  for (const directive of text.split(';')) {
    const [name, ...sources] = directive.trim().split(/\s+/)
    if (name && !policy.has(name.toLowerCase())) policy.set(name.toLowerCase(), sources)
  }
  return policy
}

/** Returns the policy in the page's own head; undefined where it has none. */
export function policyOfPage(html: string): string | undefined {
  return /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/i.exec(html)?.[1]
}

/** What a directive that is not given follows. */
const fallbacks: { readonly [directive: string]: readonly string[] } = {
  'worker-src': ['worker-src', 'child-src', 'script-src', 'default-src'],
  'base-uri': ['base-uri'],
  'form-action': ['form-action'],
}

const sourcesFor = (policy: Policy, directive: string): readonly string[] | undefined =>
  (fallbacks[directive] ?? [directive, 'default-src']).map((name) => policy.get(name)).find((found) => found)

/** Directives that take something from the whole page. */
const whole: readonly string[] = ['sandbox', 'require-trusted-types-for', 'trusted-types']

/**
 * Returns what the header forbids and the page needs, such as `connect-src https://tiles.example.org`; a policy for all
 * of http in the place of a name allows it.
 */
export function forbiddenBy(header: Policy, page: Policy, isSecure: boolean): string[] {
  const found: string[] = whole.filter((name) => header.has(name) && !page.has(name))
  if (header.has('upgrade-insecure-requests') && !isSecure) found.push('upgrade-insecure-requests')
  for (const [directive, needed] of page) {
    const allowed = sourcesFor(header, directive)
    if (allowed === undefined) continue
    const lacking = needed.filter((source) => source !== "'none'" && !isAllowed(source, allowed))
    if (lacking.length > 0) found.push([directive, ...lacking].join(' '))
  }
  return found
}

function isAllowed(source: string, allowed: readonly string[]): boolean {
  if (allowed.includes(source)) return true
  const scheme = /^([a-z]+:)/.exec(source)?.[1]
  if (scheme === 'data:' || scheme === 'blob:') return false
  return allowed.includes('*') || (scheme !== undefined && allowed.includes(scheme))
}

/** Returns the sources that the header allows beyond what the page needs: left from an older page, or put in for another. */
export function widerThan(header: Policy, page: Policy): string[] {
  const own = new Set(["'none'", ...[...page.values()].flat()])
  const fetched = [...header].filter(([name]) => name.endsWith('-src'))
  return fetched.flatMap(([name, sources]) => {
    const more = sources.filter((source) => !own.has(source))
    return more.length > 0 ? [[name, ...more].join(' ')] : []
  })
}
