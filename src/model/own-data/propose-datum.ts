/**
 * Proposes the datum of a table, with the evidence: what the file declares, the range of its coordinates, and where rows
 * lie that have the name of a place of the record. Nothing is applied here: the reader decides. Pure.
 */
import { localPlane } from '../../../geo/base/ellipsoid'
import type { Bbox, LonLat } from '../../../geo/base/position'
import { declaredCrs } from './declared-crs'
import { type NamedRow, namedRows } from './named-rows'
import type { KnownDatum, OwnDatum } from './own-layer'
import type { OwnTable } from './own-table'
import { projectedCandidates, sampledPositions } from './projected-ranges'
import type { OwnContext } from './record-places'
import { isOnEarth, positionToWgs84 } from './to-wgs84'

/** A row with a known name, before and after: all in WGS 84 longitude, latitude. */
export interface DatumArrow {
  name: string
  /** Where the row would lie if its coordinates were WGS 84 already; where it comes to lie if they are metres. */
  from: LonLat
  /** Where it comes to lie. */
  to: LonLat
  /** Where the record has it, and how well that is known. */
  record: LonLat
  errorMeters: number
}

/** On what a proposal rests. */
export interface DatumEvidence {
  /** `degrees` or `meters`, or `addresses` whose places are the record's own. */
  unit: 'degrees' | 'meters' | 'addresses'
  /** What the file says of itself, if it does; `isOld` for datums up to some 150 m off, `unknown` for one not read here. */
  declared?: { text: string; meaning: 'current' | 'isOld' | 'unknown' }
  /** How many rows have a known name and lie near its place. */
  matchedNames: number
  /** Median distance from the record's places as the coordinates stand, and after; absent without names. */
  medianMetersBefore?: number
  medianMetersAfter?: number
  arrows: readonly DatumArrow[]
  /** How sure it is, from 0 to 1, by names and declaration. */
  certainty: number
}

/** A proposal; `datum` absent where the evidence does not tell. */
export interface DatumProposal {
  datum?: OwnDatum
  evidence: DatumEvidence
}

/** The certainty from which a datum is proposed. */
const enoughCertainty = 0.995
/** Beyond this a row only has the same name. */
const farthestMeters = 30_000
/** The share of rows whose name means something else. */
const strangerShare = 0.05
/** What coordinates of own files are good to by themselves. */
const ownErrorMeters = 60
/** Rows shown as arrows. */
const mostArrows = 40
const degreeDatums: readonly KnownDatum[] = [{ kind: 'wgs84' }, { kind: 'gcj02' }, { kind: 'bd09' }]

/** Returns the proposal for a table. */
export function proposeDatum(table: OwnTable, context: OwnContext): DatumProposal {
  if (table.placed.by === 'addresses' || table.placed.by === 'none')
    return { datum: { kind: 'wgs84' }, evidence: { unit: 'addresses', matchedNames: 0, arrows: [], certainty: 1 } }
  const declared = declaredCrs(table.declaredCrs)
  const sample = sampledPositions(table)
  const unit = sample.every(([x, y]) => Math.abs(x) <= 180 && Math.abs(y) <= 90) ? 'degrees' : 'meters'
  const named = namedRows(table, context.places, context.prefixes)
  const base = { unit, ...(declared && table.declaredCrs && { declared: told(table.declaredCrs, declared) }) } as const
  if (unit === 'degrees') return ofDegrees(named, declared, base)
  return ofMeters(named, declared, sample, context.bounds, base)
}

type Declared = ReturnType<typeof declaredCrs>
type Base = Pick<DatumEvidence, 'unit' | 'declared'>

const told = (text: string, declared: NonNullable<Declared>): NonNullable<DatumEvidence['declared']> => ({
  text: text.slice(0, 400),
  meaning: declared.known ? (declared.isOld ? 'isOld' : 'current') : 'unknown',
})

/** What a file declares of degrees is often copied from a tool's default: names may overrule it. */
function ofDegrees(named: readonly NamedRow[], declared: Declared, base: Base): DatumProposal {
  const saysWgs84 = declared?.known === true && declared.datum.kind === 'wgs84'
  const priors = saysWgs84 ? [0.96, 0.02, 0.02] : [1 / 3, 1 / 3, 1 / 3]
  const weighed = degreeDatums.map((datum, at) => weigh(named, datum, priors[at] ?? 0))
  const { best, certainty } = chosen(weighed)
  const isTold = certainty >= enoughCertainty && best.near >= 2 && best.fits
  const evidence = evidenceOf(named, best.datum, certainty, base)
  if (isTold) return { datum: best.datum, evidence }
  // Without names that speak against it, the file's own word stands.
  const isUncontested = saysWgs84 && best.datum.kind === 'wgs84' && (best.near === 0 || best.fits)
  return isUncontested && declared?.known ? { datum: declared.datum, evidence } : { evidence }
}

/** Zones lie hundreds of kilometres apart: the region's box tells them, and one name near its place confirms it. */
function ofMeters(
  named: readonly NamedRow[],
  declared: Declared,
  sample: readonly LonLat[],
  bounds: Bbox,
  base: Base,
): DatumProposal {
  const candidates = projectedCandidates(sample, bounds)
  const stated = declared?.known && isProjected(declared.datum) ? declared.datum : undefined
  const all = stated ? [stated] : candidates
  const weighed = all.map((datum) => weigh(named, datum, rarity(datum) / all.length))
  if (weighed.length === 0) return { datum: { kind: 'unknownLocal' }, evidence: emptyEvidence(base) }
  const { best, certainty } = chosen(weighed)
  const evidence = evidenceOf(named, best.datum, certainty, base)
  if (named.length >= 2 && (best.near * 2 < named.length || !best.fits))
    return { datum: { kind: 'unknownLocal' }, evidence: { ...evidence, certainty: 0 } }
  if (
    certainty >= enoughCertainty &&
    (best.near > 0 || stated || all.filter(({ kind }) => kind !== 'utm').length === 1)
  )
    return { datum: best.datum, evidence }
  return { evidence }
}

const isProjected = ({ kind }: KnownDatum) => kind === 'gaussKruger' || kind === 'utm' || kind === 'webMercator'

/** Of files in metres that do not say so themselves, next to none from here are in UTM: names have to speak for it. */
const rarity = ({ kind }: KnownDatum) => (kind === 'utm' ? 0.004 : 1)

const emptyEvidence = (base: Base): DatumEvidence => ({ ...base, matchedNames: 0, arrows: [], certainty: 0 })

interface Weighed {
  datum: KnownDatum
  /** Logarithm of prior times likelihood. */
  log: number
  /** Rows near their places. */
  near: number
  /** Whether the rows' mean distance is what the errors of the places allow. */
  fits: boolean
}

/** Each place is known to its own error: compact ones weigh more. One in twenty names may mean something else. */
function weigh(named: readonly NamedRow[], datum: KnownDatum, prior: number): Weighed {
  const apart = named.map((row) => displacement(row, datum))
  let log = Math.log(prior)
  let [near, east, north, weight] = [0, 0, 0, 0]
  for (const { x, y, sigma } of apart) {
    const square = (x * x + y * y) / (2 * sigma * sigma)
    const known = ((1 - strangerShare) * Math.exp(-square)) / (2 * Math.PI * sigma * sigma)
    const stranger = strangerShare / (Math.PI * farthestMeters ** 2)
    log += Math.log(known + stranger)
    if (known < stranger) continue
    near++
    east += x / sigma ** 2
    north += y / sigma ** 2
    weight += 1 / sigma ** 2
  }
  // Squared length of the mean in units of its own error: 18.4 is passed once in ten thousand.
  return { datum, log, near, fits: weight > 0 && (east ** 2 + north ** 2) / weight < 18.4 }
}

/** Metres east and north of the record's place; `sigma` along each axis, for a place anywhere within its error. */
function displacement({ position, place }: NamedRow, datum: KnownDatum) {
  const to = positionToWgs84(position, datum)
  const sigma = Math.hypot(place.errorMeters / 2, ownErrorMeters)
  if (!isOnEarth(to)) return { x: farthestMeters * 2, y: 0, sigma }
  const [x, y] = localPlane(place.position).toMeters(to)
  return { x, y, sigma }
}

function chosen(weighed: readonly Weighed[]): { best: Weighed; certainty: number } {
  const best = weighed.reduce((one, other) => (other.log > one.log ? other : one))
  const total = weighed.reduce((sum, { log }) => sum + Math.exp(log - best.log), 0)
  return { best, certainty: 1 / total }
}

function evidenceOf(named: readonly NamedRow[], datum: KnownDatum, certainty: number, base: Base): DatumEvidence {
  const arrows = named
    .map((row) => arrowOf(row, datum))
    .filter(({ after }) => after < farthestMeters)
    .sort((one, other) => one.arrow.errorMeters - other.arrow.errorMeters)
  const [before, after] = [median(arrows.map((arrow) => arrow.before)), median(arrows.map((arrow) => arrow.after))]
  return {
    ...base,
    matchedNames: arrows.length,
    ...(before !== undefined && after !== undefined && { medianMetersBefore: before, medianMetersAfter: after }),
    arrows: arrows.slice(0, mostArrows).map(({ arrow }) => arrow),
    certainty,
  }
}

function arrowOf({ name, position, place }: NamedRow, datum: KnownDatum) {
  const to = positionToWgs84(position, datum)
  const from = isOnEarth(position) ? position : to
  const meters = (at: LonLat) => (isOnEarth(at) ? Math.hypot(...localPlane(place.position).toMeters(at)) : Infinity)
  const arrow: DatumArrow = { name, from, to, record: place.position, errorMeters: place.errorMeters }
  return { arrow, before: meters(from), after: meters(to) }
}

function median(numbers: readonly number[]): number | undefined {
  return [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)]
}
