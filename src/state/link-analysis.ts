/**
 * The `a` field: `buf5000.gyport`, `adj2.500113`, `cro2000.dongline`, `btw.gyport.tuanjiecun`; a drawn subject
 * stands as `dp`, `dl` or `da` and its positions, each longitude and latitude in 1e-5 degrees as base-36 numbers.
 */
import { idPattern } from '../../data/schema-ids'
import type { Analysis, AnalysisSubject } from '../model/view'

const drawnLetters = { point: 'dp', line: 'dl', area: 'da' } as const
const maximumPositions = 400

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
  const positions = subject.positions.map(([longitude, latitude]) => `${coded(longitude)}_${coded(latitude)}`)
  return `${drawnLetters[subject.drawn]}.${positions.join('.')}`
}

const coded = (degrees: number) => Math.round((degrees + 180) * 1e5).toString(36)
const degreesOf = (code: string) => Math.round(Number.parseInt(code, 36) - 180e5) / 1e5

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
  const positions = rest.map(decodePosition).filter((position) => position !== undefined)
  const least = drawn === 'area' ? 3 : drawn === 'line' ? 2 : 1
  const whole = positions.length === rest.length && positions.length >= least && positions.length <= maximumPositions
  return drawn && whole ? { drawn, positions } : undefined
}

function decodePosition(text: string): [number, number] | undefined {
  if (!/^[0-9a-z]{1,5}_[0-9a-z]{1,5}$/.test(text)) return undefined
  const [longitude = 0, latitude = 0] = text.split('_').map(degreesOf)
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90 ? [longitude, latitude] : undefined
}
