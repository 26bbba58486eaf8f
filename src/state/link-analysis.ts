/**
 * The `a` field: `buf5000.gyport`, `adj2.500113`, `cro2000.dongline`, `btw.gyport.tuanjiecun`; a drawn subject
 * stands as `dp`, `dl` or `da` and its positions, each longitude and latitude in 1e-5 degrees as base-36 numbers.
 */
import { idPattern } from '../../data/schema-ids'
import type { Analysis, AnalysisSubject } from '../model/view'

const drawnLetters = { point: 'dp', line: 'dl', area: 'da' } as const
const maximumPositions = 60

export function encodeAnalysis(analysis: Analysis): string {
  switch (analysis.kind) {
    case 'buffer':
      return `buf${analysis.radiusMeters}.${encodeSubject(analysis.subject)}`
    case 'adjacency':
      return `adj${analysis.order}.${analysis.feature}`
    case 'crossing':
      return `cro${analysis.radiusMeters}.${analysis.feature}`
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
  const found = /^(buf|adj|cro|btw)(\d{0,6})\.(.+)$/.exec(text)
  if (!found) return undefined
  const [, verb, amount = '', rest = ''] = found
  const parts = rest.split('.')
  const [first = '', second = ''] = parts
  const number = Number(amount)
  if (verb === 'buf') {
    const subject = decodeSubject(parts)
    return subject && amount ? { kind: 'buffer', radiusMeters: number, subject } : undefined
  }
  if (!idPattern.test(first)) return undefined
  if (verb === 'adj')
    return number === 1 || number === 2 ? { kind: 'adjacency', feature: first, order: number } : undefined
  if (verb === 'cro') return amount ? { kind: 'crossing', feature: first, radiusMeters: number } : undefined
  return idPattern.test(second) ? { kind: 'between', from: first, to: second } : undefined
}

function decodeSubject(parts: string[]): AnalysisSubject | undefined {
  const [first = '', ...rest] = parts
  if (rest.length === 0) return idPattern.test(first) ? { feature: first } : undefined
  const drawn = (['point', 'line', 'area'] as const).find((shape) => drawnLetters[shape] === first)
  const positions = rest.map((part) => part.split('_').map(degreesOf))
  const sound = positions.every(
    ([longitude = Number.NaN, latitude = Number.NaN]) => Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90,
  )
  const least = drawn === 'area' ? 3 : drawn === 'line' ? 2 : 1
  if (!drawn || !sound || positions.length < least || positions.length > maximumPositions) return undefined
  return { drawn, positions: positions as [number, number][] }
}
