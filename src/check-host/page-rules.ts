/** Rules on the page: its policies, its addresses and who may show it. Pure. */
import type { Observed } from './observed'
import { forbiddenBy, type Policy, policyOfPage, readPolicy, widerThan } from './policy'
import { type Problem, type ProblemKind, problemAt } from './problem'
import { grouped, isOk, typeOf, unpacked } from './reply'

/** Without its page nothing else can be judged. */
export function pageProblems({ address, page }: Observed): Problem[] {
  const isPage = isOk(page) && page.body.includes('id="map"')
  return isPage ? [] : problemAt('no-page', [''], { address, status: String(page.status) })
}

/**
 * The policy of the header allows what that of the page does: of the front page, of the folders' pages, and of the scripts
 * that run as workers and fetch by their own. The front page's is the widest, and right for all of them.
 */
export function policies(observed: Observed): Problem[] {
  const policy = policyOfPage(observed.page.body.toString())
  if (policy === undefined) return []
  const found = policed(observed, policy).flatMap(({ path, sent, needed }) => {
    const fault = faultOf(sent, { needed, most: readPolicy(policy), isSecure: observed.address.startsWith('https:') })
    return fault ? [{ path, ...fault }] : []
  })
  return [...grouped(found, ({ kind, given }) => `${kind} ${given}`).values()].flatMap((same) => {
    const [{ kind, given } = { kind: 'policy-missing' as const, given: '' }] = same
    return problemAt(
      kind,
      same.map(({ path }) => path),
      { policy, ...(given ? { given } : {}) },
    )
  })
}

/** What of a page's policy holds for a worker too, which takes it from its own header. */
const ofWorkers = ['script-src', 'connect-src', 'worker-src']

/** Every answer that is judged by its policy, with what that must allow. A worker without a header may do all. */
function policed({ page, folders, files }: Observed, policy: string) {
  const pages = [{ path: '', reply: page }, ...folders].flatMap(({ path, reply }) => {
    const own = policyOfPage(unpacked(reply).toString())
    return own === undefined || !isOk(reply) ? [] : [{ path, reply, needed: readPolicy(own) }]
  })
  const forWorkers: Policy = new Map([...readPolicy(policy)].filter(([name]) => ofWorkers.includes(name)))
  const workers = files
    .filter(({ file, reply }) => isWorker(file.path) && isOk(reply) && reply.headers['content-security-policy'])
    .map(({ file, reply }) => ({ path: file.path, reply, needed: forWorkers }))
  return [...pages, ...workers].map(({ path, reply, needed }) => ({
    ...{ path, needed },
    sent: reply.headers['content-security-policy'],
  }))
}

const isWorker = (path: string) => /[-.]worker(-[\w-]+)?\.js$/.test(path)

function faultOf(
  sent: string | undefined,
  { needed, most, isSecure }: { needed: Policy; most: Policy; isSecure: boolean },
): { kind: ProblemKind; given: string } | undefined {
  if (!sent) return { kind: 'policy-missing', given: '' }
  // Several policies come joined by commas, and all of them hold.
  const headers = sent.split(',').map(readPolicy)
  const forbidden = headers.flatMap((header) => forbiddenBy(header, needed, isSecure))
  if (forbidden.length > 0) return { kind: 'policy-conflict', given: forbidden.join('; ') }
  const wider = headers.length === 1 ? widerThan(readPolicy(sent), most) : []
  return wider.length > 0 ? { kind: 'policy-wider', given: wider.join('; ') } : undefined
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
