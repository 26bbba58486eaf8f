/**
 * Answers spatial questions in steps. The worker runs them and gives up between two steps when a newer question has
 * come.
 */
import { areaKm2 } from '../../../geo/base/measure'
import { neighboursOf, secondOrderNeighboursOf } from '../../../geo/base/neighbours'
import { bufferOf } from '../../../geo/buffer/buffer'
import { between } from '../../../geo/query/between'
import { areaShares } from '../../../geo/query/overlap'
import { regionProblem } from '../../../geo/query/validity'
import { nearestOf, type Subject, whatLiesWithin } from '../../../geo/query/within'
import type { Analysis, AnalysisSubject } from '../view'
import { type AnalysisOutcome, drawnGeometry, type NearestFeature } from './analysis'
import { corridorSteps, corridorsJoining, corridorsThrough } from './corridors'
import { foundFeature, isArea, type PreparedWorld, type Steps } from './world'

/** Returns the steps of an answer; the value of the last step is the outcome. */
export function answerSteps(world: PreparedWorld, question: Analysis): Steps {
  switch (question.kind) {
    case 'buffer':
      return bufferSteps(world, question.subject, question.radiusMeters)
    case 'adjacency':
      return adjacencySteps(world, question.feature, question.order)
    case 'crossing':
      return crossingSteps(world, question.feature, question.radiusMeters)
    case 'between':
      return betweenSteps(world, question.from, question.to)
  }
}

function subjectOf(world: PreparedWorld, subject: AnalysisSubject): Subject & { id?: string } {
  if ('feature' in subject) return world.byId.get(subject.feature) ?? { geometry: null, errorMeters: 0 }
  return { geometry: drawnGeometry(subject), errorMeters: 0 }
}

function* bufferSteps(world: PreparedWorld, asked: AnalysisSubject, radiusMeters: number): Steps {
  const problem = 'drawn' in asked ? regionProblem(drawnGeometry(asked), world.region) : undefined
  if (problem !== undefined) return { ok: false, reason: problem }
  const subject = subjectOf(world, asked)
  const shape = bufferOf(subject.geometry, radiusMeters)
  if (!shape.ok) return shape
  yield
  const found = whatLiesWithin(subject, radiusMeters, world.index)
  if (!found.ok) return found
  yield
  const covered = areaShares(shape.value, world.districts)
  if (!covered.ok) return covered
  yield
  const coveredExtents = areaShares(
    shape.value,
    world.extents.filter(({ id }) => id !== subject.id),
  )
  if (!coveredExtents.ok) return coveredExtents
  yield
  const around = new Set(
    found.value.flatMap(({ item, distanceKm }) => (distanceKm === 0 && item.hasExtent ? item.id : [])),
  )
  const nearest: NearestFeature[] = []
  for (const [kind, index] of world.byKind) {
    const first = nearestOf(subject, 1, index, ({ id }) => id !== subject.id && !around.has(id))
    const one = first.ok ? first.value[0] : undefined
    if (one) nearest.push({ kind, id: one.item.id, km: one.distanceKm, errorMeters: one.item.errorMeters })
    yield
  }
  return {
    ok: true,
    value: {
      kind: 'buffer',
      shape: shape.value,
      areaKm2: areaKm2(shape.value),
      errorMeters: subject.errorMeters,
      found: found.value.filter(({ item }) => item.id !== subject.id).map(foundFeature),
      covered: covered.value,
      coveredExtents: coveredExtents.value,
      nearest: nearest.sort((a, b) => a.km - b.km),
    },
  }
}

function* adjacencySteps(world: PreparedWorld, id: string, order: 1 | 2): Steps {
  const rows = world.adjacency.filter(({ a, b }) => a === id || b === id)
  if (rows.length === 0) return { ok: false, reason: 'not-a-district' }
  const neighbours = neighboursOf(world.adjacency, id).flatMap((code) => {
    const row = rows.find(({ a, b }) => a === code || b === code)
    if (!row) return []
    return [
      { id: code, sharedKm: row.sharedKm, alongRiver: row.alongRiver, ...(row.river ? { river: row.river } : {}) },
    ]
  })
  return {
    ok: true,
    value: {
      kind: 'adjacency',
      neighbours: neighbours.sort((a, b) => b.sharedKm - a.sharedKm),
      second: order === 2 ? secondOrderNeighboursOf(world.adjacency, id) : [],
    },
  }
}

function* crossingSteps(world: PreparedWorld, id: string, radiusMeters: number): Steps {
  const subject = world.byId.get(id)
  if ((subject?.kind === 'district' || subject?.hasExtent) && isArea(subject.geometry)) {
    yield
    return { ok: true, value: { kind: 'through', corridors: corridorsThrough(world, subject.id) } }
  }
  return yield* corridorSteps(world, subject, radiusMeters)
}

function* betweenSteps(world: PreparedWorld, from: string, to: string): Steps {
  if (from === to) return { ok: false, reason: 'same-feature' }
  const [one, other] = [world.byId.get(from), world.byId.get(to)]
  const way = between(one?.geometry ?? null, other?.geometry ?? null)
  if (!way.ok || !one || !other) return way.ok ? { ok: false, reason: 'no-geometry' } : way
  yield
  const along = corridorsJoining(world, one, other)
  return {
    ok: true,
    value: { kind: 'between', ...way.value, errorMeters: one.errorMeters + other.errorMeters, along },
  }
}

/** Returns the outcome of a question, with all steps run without a pause. */
export function answerAtOnce(world: PreparedWorld, question: Analysis): AnalysisOutcome {
  const steps = answerSteps(world, question)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}
