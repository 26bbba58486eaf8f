/** What the map shows of a question: its drawn subject, the answer's shape, and what was found. Pure. */
import type { Feature, FeatureCollection, Geometry } from 'geojson'
import { type AnalysisState, answeredIds, drawnGeometry } from '../../model/analysis/analysis'
import { answerShape } from '../../model/analysis/shape'
import type { PlanRecord } from '../../model/record'
import type { Analysis } from '../../model/view'

/** What a feature is in an answer; the layers filter by it. */
export type AnalysisRole = 'shape' | 'subject' | 'line' | 'inside' | 'borderline'

/** A feature of the source of answers, WGS 84 in degrees. */
export type AnalysisFeature = Feature<Geometry, { role: AnalysisRole; id?: string }>

/**
 * Returns the drawn subject, the shape of the answer and what was found; empty without a question. The question that
 * was answered decides what its features mean.
 */
export function analysisFeatures(
  question: Analysis | undefined,
  state: AnalysisState,
  record: PlanRecord,
): FeatureCollection<Geometry, AnalysisFeature['properties']> {
  const features: AnalysisFeature[] = []
  const add = (role: AnalysisRole, geometry: Geometry | null | undefined, id?: string) => {
    if (geometry) features.push({ type: 'Feature', properties: id ? { role, id } : { role }, geometry })
  }
  if (state.status === 'ready' && question) {
    const { answer } = state
    for (const { geometry } of answerShape(answer)) add(answer.kind === 'between' ? 'line' : 'shape', geometry)
    const { inside, borderline } = answeredIds(answer)
    // Districts a circle touches are no answer to look at: only adjacency is about whole districts.
    const wanted = (id: string) =>
      answer.kind === 'adjacency' || record.featureById.get(id)?.properties.kind !== 'district'
    for (const id of inside.filter(wanted)) add('inside', record.featureById.get(id)?.geometry, id)
    // A long line that may just reach in would fill the map for nothing; the list has it.
    for (const id of borderline.filter(wanted)) {
      const geometry = record.featureById.get(id)?.geometry
      if (!geometry?.type.endsWith('LineString')) add('borderline', geometry, id)
    }
  }
  if (question?.kind === 'buffer' && 'drawn' in question.subject) add('subject', drawnGeometry(question.subject))
  return { type: 'FeatureCollection', features }
}
