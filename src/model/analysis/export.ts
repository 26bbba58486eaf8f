/** An answer as CSV and GeoJSON: one row or feature for each item it holds. */
import type { FeatureCollection, Geometry } from 'geojson'
import { toCsv } from '../../../data/csv'
import { fileGeometry } from '../../../geo/base/rfc7946'
import { districtNameIn } from '../filters/words'
import type { PlanRecord } from '../record'
import type { Analysis } from '../view'
import type { AnalysisAnswer } from './analysis'
import { answerShape } from './shape'

/** A row of an answer. */
export type AnswerRow = [
  part: string,
  id: string,
  distanceKm?: number,
  lengthKm?: number,
  km2?: number,
  share?: number,
  mark?: string,
]

const header = [
  '部分',
  '编号',
  '名称',
  '类型',
  '距离（公里）',
  '长度（公里）',
  '面积（平方公里）',
  '占其比例',
  '标记',
  '自身误差（米）',
]

const rounded = (value: number | undefined, digits: number) =>
  value === undefined ? undefined : Number(value.toFixed(digits))

/** Returns an answer as CSV with a Chinese header, one row for each item found. */
export function answerCsv(answer: AnalysisAnswer, record: PlanRecord): string {
  const rows = answerRows(answer).map(([part, id, distanceKm, lengthKm, km2, share, mark]) => {
    const properties = record.featureById.get(id)?.properties
    return [
      part,
      id,
      properties?.name ?? districtNameIn(record, id, 'zh-CN'),
      properties?.kind,
      rounded(distanceKm, 3),
      rounded(lengthKm, 3),
      rounded(km2, 3),
      rounded(share, 4),
      mark,
      properties?.precision?.errorMeters,
    ]
  })
  return toCsv(header, rows)
}

const markOf = ({ inside, borderline }: { inside: boolean; borderline: boolean }) =>
  borderline ? '临界' : inside ? '范围内' : '范围外'

/** Returns what an answer found as rows: part, id, distance, length, area, share and mark; kilometres and km². */
export function answerRows(answer: AnalysisAnswer): AnswerRow[] {
  switch (answer.kind) {
    case 'buffer':
      return [
        ...answer.found.map((one): AnswerRow => ['要素', one.id, one.km, undefined, undefined, undefined, markOf(one)]),
        ...answer.covered.map(({ id, km2, share }): AnswerRow => ['覆盖区县', id, undefined, undefined, km2, share]),
        ...answer.coveredExtents.map(
          ({ id, km2, share }): AnswerRow => ['覆盖范围', id, undefined, undefined, km2, share],
        ),
        ...answer.nearest.map(({ id, km, errorMeters }): AnswerRow => {
          const error = errorMeters > 0 ? `位置误差 ±${errorMeters} 米` : undefined
          return ['各类最近', id, km, undefined, undefined, undefined, error]
        }),
      ]
    case 'adjacency':
      return [
        ...answer.neighbours.map(
          ({ id, sharedKm, alongRiver, river }): AnswerRow => [
            '邻区',
            id,
            undefined,
            sharedKm,
            undefined,
            undefined,
            alongRiver ? `隔江 ${river}` : '陆界',
          ],
        ),
        ...answer.second.map((id): AnswerRow => ['次邻区', id]),
      ]
    case 'corridor':
      return [
        ...answer.passages.map(({ id, km }): AnswerRow => ['依次经过', id ?? '', undefined, km]),
        ...answer.extents.map(({ id, km }): AnswerRow => ['穿过范围', id, undefined, km]),
        ...answer.onIt.map(
          (one): AnswerRow => ['沿线节点', one.id, one.km, one.alongKm, undefined, undefined, markOf(one)],
        ),
        ...answer.found.map(
          (one): AnswerRow => ['沿线要素', one.id, one.km, undefined, undefined, undefined, markOf(one)],
        ),
      ]
    case 'through':
      return answer.corridors.map(({ id, km }): AnswerRow => ['通道', id, undefined, km])
    case 'between':
      return answer.along.map(({ id, km, offKm }): AnswerRow => ['沿通道', id, Math.max(...offKm), km])
  }
}

/** A GeoJSON collection that says what was asked, and of which release. */
export interface AnswerCollection extends FeatureCollection<Geometry | null> {
  /** `YYYY-MM-DD`. */
  release: string
  question: Analysis
}

/**
 * Returns an answer as GeoJSON by RFC 7946, WGS 84 in degrees: its shape first, then each feature found, once, with all
 * that the answer says of it. Unplaced ones have a null geometry.
 */
export function answerGeoJson(answer: AnalysisAnswer, record: PlanRecord, question: Analysis): AnswerCollection {
  const rows = answerRows(answer)
  const found = [...new Set(rows.map(([, id]) => id))].flatMap((id) => {
    const feature = record.featureById.get(id)
    if (!feature) return []
    const { name, kind, precision } = feature.properties
    const properties = {
      name,
      kind,
      errorMeters: precision?.errorMeters,
      ...factsOf(rows.filter((row) => row[1] === id)),
    }
    return [{ type: 'Feature' as const, id, properties, geometry: fileGeometry(feature.geometry) }]
  })
  const shape = answerShape(answer).map((one) => ({
    ...one,
    id: 'answer',
    properties: { ...one.properties, ...('radiusMeters' in question ? { radiusMeters: question.radiusMeters } : {}) },
    geometry: fileGeometry(one.geometry),
  }))
  return { type: 'FeatureCollection', release: record.release, question, features: [...shape, ...found] }
}

/** What all rows of one feature say; they never say different things of the same. */
function factsOf(rows: readonly AnswerRow[]) {
  const first = <T>(values: readonly (T | undefined)[]) => values.find((value) => value !== undefined)
  return {
    parts: rows.map(([part]) => part),
    distanceKm: rounded(first(rows.map((row) => row[2])), 3),
    lengthKm: rounded(first(rows.map((row) => row[3])), 3),
    km2: rounded(first(rows.map((row) => row[4])), 3),
    share: rounded(first(rows.map((row) => row[5])), 4),
    mark: first(rows.map((row) => row[6])),
  }
}
