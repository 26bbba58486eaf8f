/**
 * The `a` field of a link: `buf5000.gyport`, `adj2.500113`, `cro2000.dongline`, `btw.gyport.tuanjiecun`. A drawn
 * subject is `dp`, `dl` or `da` with its positions in 1e-5 degrees as base-36 numbers, the first from 180° W and 180°
 * S, each further one relative to the one before.
 */
import { idPattern } from '../../data/schema-ids'
import type { Analysis, AnalysisSubject } from '../model/view'

const drawnLetters = { point: 'dp', line: 'dl', area: 'da' } as const
const maximumPositions = 300

/** Returns a question as the text of the `a` field, without its key. */
export function encodeAnalysis(analysis: Analysis): string {
  switch (analysis.kind) {
    case 'buffer':
      return `buf${Math.round(analysis.radiusMeters)}.${encodeSubject(analysis.subject)}`
    case 'adjacency':
      return `adj${analysis.order}.${analysis.feature}`
    case 'crossing':
      return `cro${Math.round(analysis.radiusMeters)}.${analysis.feature}`
    case 'between':
      return `btw.${analysis.from}.${analysis.to}`
  }
}

function encodeSubject(subject: AnalysisSubject): string {
  if ('feature' in subject) return subject.feature
  const steps = subject.positions.map((position, index) => {
    const [x, y] = unitsOf(position)
    const [beforeX, beforeY] = index === 0 ? [0, 0] : unitsOf(subject.positions[index - 1] ?? position)
    return `${(x - beforeX).toString(36)}_${(y - beforeY).toString(36)}`
  })
  return `${drawnLetters[subject.drawn]}.${steps.join('.')}`
}

const unitsOf = (position: readonly [number, number]): [number, number] => [
  Math.round((position[0] + 180) * 1e5),
  Math.round((position[1] + 180) * 1e5),
]
const degreesOf = (units: number) => (units - 180e5) / 1e5

/** Returns the question a text stands for; undefined if it cannot be read. */
export function decodeAnalysis(text: string): Analysis | undefined {
  const found = /^(buf|adj|cro|btw)(0|[1-9]\d{0,5})?\.(.+)$/.exec(text)
  if (!found) return undefined
  const [, verb, amount, rest = ''] = found
  const parts = rest.split('.')
  const [first = '', second = ''] = parts
  const number = amount === undefined ? undefined : Number(amount)
  if (verb === 'buf') {
    const subject = decodeSubject(parts)
    return subject && number ? { kind: 'buffer', radiusMeters: number, subject } : undefined
  }
  if (!parts.every((part) => idPattern.test(part)) || parts.length !== (verb === 'btw' ? 2 : 1)) return undefined
  if (verb === 'adj')
    return number === 1 || number === 2 ? { kind: 'adjacency', feature: first, order: number } : undefined
  if (verb === 'cro')
    return number === undefined ? undefined : { kind: 'crossing', feature: first, radiusMeters: number }
  return number === undefined ? { kind: 'between', from: first, to: second } : undefined
}

function decodeSubject(parts: string[]): AnalysisSubject | undefined {
  const [first = '', ...rest] = parts
  if (rest.length === 0) return idPattern.test(first) ? { feature: first } : undefined
  const drawn = (['point', 'line', 'area'] as const).find((shape) => drawnLetters[shape] === first)
  const positions = decodePositions(rest)
  const least = drawn === 'area' ? 3 : drawn === 'line' ? 2 : 1
  const whole = positions.length === rest.length && positions.length >= least && positions.length <= maximumPositions
  return drawn && whole ? { drawn, positions } : undefined
}

/** As many as can be read, up to the first that cannot. */
function decodePositions(steps: readonly string[]): [number, number][] {
  const positions: [number, number][] = []
  let [x, y] = [0, 0]
  for (const step of steps) {
    if (!/^-?[0-9a-z]{1,5}_-?[0-9a-z]{1,5}$/.test(step)) break
    const [east = 0, north = 0] = step.split('_').map((code) => Number.parseInt(code, 36))
    ;[x, y] = [x + east, y + north]
    const [longitude, latitude] = [degreesOf(x), degreesOf(y)]
    if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90) break
    positions.push([longitude, latitude])
  }
  return positions
}
