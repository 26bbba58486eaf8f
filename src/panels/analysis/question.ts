/** Names and titles of questions, and what another kind of question about the same thing is. */
import { bufferRadiusMeters, corridorRadiusMeters } from '../../model/analysis/analysis'
import * as naming from '../../model/analysis/naming'
import type { Analysis, AnalysisSubject } from '../../model/view'
import type { App } from '../context'

/** Returns the name of a feature in the language of the page; its id if the record does not know it. */
export const nameOfId = (app: App, id: string) => naming.nameOfId(app.record(), id, app.language())

/** Returns the name of what a buffer is drawn around. */
export const subjectName = (app: App, subject: AnalysisSubject) =>
  naming.subjectName(app.record(), subject, app.language())

/** Returns a question as the title of its answer. */
export const questionTitle = (app: App, question: Analysis) =>
  naming.questionTitle(question, app.record(), app.language())

/** The feature a question is about first, if it is about one. */
export function mainFeature(question: Analysis | undefined): string | undefined {
  if (!question) return undefined
  if (question.kind === 'between') return question.from
  if (question.kind !== 'buffer') return question.feature
  return 'feature' in question.subject ? question.subject.feature : undefined
}

/** The kinds of questions, in the order they are offered. */
export const questionKinds = ['buffer', 'adjacency', 'crossing', 'between'] as const
/** One of `questionKinds`. */
export type QuestionKind = (typeof questionKinds)[number]

/** Returns a question of a kind about one feature, with default values; undefined for a kind that needs two. */
export function questionOf(kind: QuestionKind, feature: string): Analysis | undefined {
  switch (kind) {
    case 'buffer':
      return { kind, radiusMeters: bufferRadiusMeters, subject: { feature } }
    case 'adjacency':
      return { kind, feature, order: 1 }
    case 'crossing':
      return { kind, feature, radiusMeters: corridorRadiusMeters }
    case 'between':
      return undefined
  }
}
