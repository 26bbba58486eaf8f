/** Names and titles of questions, and what another kind of question about the same thing is. */
import { bufferRadiusMeters, corridorRadiusMeters } from '../../model/analysis/analysis'
import type { Analysis, AnalysisSubject } from '../../model/view'
import type { App } from '../context'
import { number } from '../parts/numbers'

/** Returns the name of a feature in the language of the page; its id if the record does not know it. */
export function nameOfId(app: App, id: string): string {
  const feature = app.record()?.featureById.get(id)
  return feature ? app.nameOf(feature) : id
}

/** Returns the name of what a buffer is drawn around. */
export const subjectName = (app: App, subject: AnalysisSubject) =>
  'feature' in subject ? nameOfId(app, subject.feature) : app.t(`analysis.drawn.${subject.drawn}`)

/** Returns a question as the title of its answer. */
export function questionTitle(app: App, question: Analysis): string {
  switch (question.kind) {
    case 'buffer':
      return app.t('analysis.title.buffer', {
        name: subjectName(app, question.subject),
        radius: radiusText(app, question.radiusMeters),
      })
    case 'between':
      return app.t('analysis.title.between', { from: nameOfId(app, question.from), to: nameOfId(app, question.to) })
    default:
      return app.t(`analysis.title.${question.kind}`, { name: nameOfId(app, question.feature) })
  }
}

/** `5 公里`, `800 米`: a radius is chosen, not measured, so it has no decimals of its own. */
export function radiusText(app: App, radiusMeters: number): string {
  const english = app.language() === 'en'
  if (radiusMeters < 1000) return `${number(radiusMeters, app.language())} ${english ? 'm' : '米'}`
  return `${number(radiusMeters / 1000, app.language(), 3)} ${english ? 'km' : '公里'}`
}

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
