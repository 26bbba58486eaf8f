/** Where an answer lies, as a feature. Pure. */
import type { Feature, Geometry } from 'geojson'
import type { AnalysisAnswer } from './analysis'

/**
 * Returns the shape of an answer as one feature: the buffer, or the line between two features. Empty for other
 * answers.
 */
export function answerShape(answer: AnalysisAnswer): Feature<Geometry>[] {
  const shape = (geometry: Geometry): Feature<Geometry>[] => [
    { type: 'Feature', properties: { part: '范围' }, geometry },
  ]
  if (answer.kind === 'buffer' || answer.kind === 'corridor') return shape(answer.shape)
  if (answer.kind === 'between') return shape({ type: 'LineString', coordinates: [answer.from, answer.to] })
  return []
}
