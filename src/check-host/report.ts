/** Writes the report of a check. Pure. */
import type { Language } from '../model/messages/text'
import { type Host, mendsOf } from './mends'
import type { Observed } from './observed'
import { type Problem, problemKinds } from './problem'
import { problemSentence, reportText } from './words'

const mostPaths = 4

/** How a server's own name betrays the host. */
const serverNames: readonly (readonly [RegExp, Host])[] = [
  [/nginx|openresty|tengine/i, 'nginx'],
  [/caddy/i, 'caddy'],
  [/iis/i, 'iis'],
  [/oss|cos/i, 'storage'],
]

/** Returns the host that a reply's `Server` header names; undefined if it names none known. */
export const hostNamed = (server: string | undefined): Host | undefined =>
  serverNames.find(([pattern]) => pattern.test(server ?? ''))?.[1]

/** Returns whether something is wrong, not only worth knowing. */
export const isWrong = ({ kind }: Problem): boolean => problemKinds[kind] === 'wrong'

/** Returns the report: each problem, where it was seen, and its mend for `host`, or for every host where it is not known. */
export function reportOf(observed: Observed, problems: readonly Problem[], language: Language, host?: Host): string {
  const wrong = problems.filter(isWrong).length
  const advice = problems.length - wrong
  const ending = problems.length === 0 ? 'right' : wrong === 0 ? 'advised' : 'wrong'
  return [
    reportText(language, 'checking', {
      address: observed.address,
      count: observed.list?.files.length ?? 0,
      server: observed.page.headers.server ?? '–',
    }),
    ...problems.flatMap((problem) => linesOf(problem, language, host)),
    '',
    reportText(language, ending, { wrong, advice }),
  ].join('\n')
}

function linesOf(problem: Problem, language: Language, host: Host | undefined): string[] {
  const { kind, paths, values } = problem
  const named = paths.filter((path) => path !== '')
  const more = named.length > mostPaths ? [`    ${reportText(language, 'more', { count: named.length })}`] : []
  const mends = mendsOf(problem, language).filter((mend) => !host || mend.host === host || mend.host === 'build')
  return [
    '',
    `${isWrong(problem) ? '✗' : '·'} ${problemSentence(language, kind, values)}  [${kind}]`,
    ...named.slice(0, mostPaths).map((path) => `    ${path}`),
    ...more,
    ...mends.map((mend) => `  ${reportText(language, `host.${mend.host}`)}: ${mend.text}`),
  ]
}
