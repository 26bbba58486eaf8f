/** Rules on the page: its policies, its addresses and who may show it. Pure. */
import type { Observed } from './observed'
import { forbiddenBy, policyOfPage, readPolicy, widerThan } from './policy'
import { type Problem, problemAt } from './problem'
import { isOk, typeOf } from './reply'

/** Without its page nothing else can be judged. */
export function pageProblems({ address, page }: Observed): Problem[] {
  const isPage = isOk(page) && page.body.includes('id="map"')
  return isPage ? [] : problemAt('no-page', [''], { address, status: String(page.status) })
}

/** The policy of the header allows what that of the page does. */
export function policies({ address, page }: Observed): Problem[] {
  const own = policyOfPage(page.body.toString())
  const sent = page.headers['content-security-policy']
  if (own === undefined) return []
  if (!sent) return problemAt('policy-missing', [''], { policy: own })
  // Several policies come joined by commas, and all of them hold.
  const headers = sent.split(',').map(readPolicy)
  const isSecure = address.startsWith('https:')
  const forbidden = headers.flatMap((header) => forbiddenBy(header, readPolicy(own), isSecure))
  if (forbidden.length > 0) return problemAt('policy-conflict', [''], { policy: own, given: forbidden.join('; ') })
  const wider = headers.length === 1 ? widerThan(readPolicy(sent), readPolicy(own)) : []
  return wider.length > 0 ? problemAt('policy-wider', [''], { policy: own, given: wider.join('; ') }) : []
}

/** Other pages may embed the map. */
export function embeddable({ page }: Observed): Problem[] {
  const ancestors = readPolicy(page.headers['content-security-policy'] ?? '').get('frame-ancestors')
  const given = ancestors
    ? ['frame-ancestors', ...ancestors].join(' ')
    : `X-Frame-Options: ${page.headers['x-frame-options']}`
  const isDenied = ancestors ? /^('none'|'self')?$/.test(ancestors.join(' ')) : 'x-frame-options' in page.headers
  return isDenied ? problemAt('frame-denied', [''], { given }) : []
}

/** A page kept for the time without a network must not have come by a redirect. */
export const direct = ({ files }: Observed) =>
  problemAt(
    'redirected',
    files.filter(({ reply }) => reply.isRedirected && isOk(reply)).map(({ file }) => file.path),
  )

/** Browsers call a page of the same machine secure. */
export function secure({ page }: Observed): Problem[] {
  const { protocol, hostname } = new URL(page.address)
  const isSecure = protocol === 'https:' || /^(localhost|127\..*|\[::1\])$/.test(hostname)
  return isSecure ? [] : problemAt('insecure', [''])
}

/** Chat cards find the preview images. */
export function previewed({ address, previews }: Observed): Problem[] {
  const relative = previews.filter(({ image }) => !/^https?:/.test(image))
  const absolute = previews.filter(({ image }) => /^https?:/.test(image))
  const elsewhere = absolute.filter(({ image }) => !image.startsWith(address))
  const broken = absolute.filter(({ reply }) => reply && !(isOk(reply) && typeOf(reply.headers).startsWith('image/')))
  const paths = (some: typeof previews) => some.map(({ path }) => path)
  return [
    ...problemAt('preview-relative', paths(relative), { address }),
    ...problemAt('preview-elsewhere', paths(elsewhere), { address, given: elsewhere[0]?.image ?? '' }),
    ...problemAt('preview-missing', paths(broken), { given: broken[0]?.image ?? '' }),
  ]
}
