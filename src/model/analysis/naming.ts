/** Names of questions and of what they are about. Pure. */
import { type Language, message } from '../messages'
import { number } from '../numbers'
import type { PlanRecord } from '../record'
import type { Analysis, AnalysisSubject } from '../view'

/** Returns a question as the title of its answer. */
export function questionTitle(question: Analysis, record: PlanRecord | undefined, language: Language): string {
  const nameOf = (id: string) => nameOfId(record, id, language)
  switch (question.kind) {
    case 'buffer':
      return message(language, 'analysis.title.buffer', {
        name: subjectName(record, question.subject, language),
        radius: radiusText(question.radiusMeters, language),
      })
    case 'between':
      return message(language, 'analysis.title.between', { from: nameOf(question.from), to: nameOf(question.to) })
    default:
      return message(language, `analysis.title.${question.kind}`, { name: nameOf(question.feature) })
  }
}

/** Returns the name of a feature; its id if the record does not know it, and dots until there is one. */
export function nameOfId(record: PlanRecord | undefined, id: string, language: Language): string {
  if (!record) return '…'
  const properties = record.featureById.get(id)?.properties
  return properties ? properties[language === 'en' ? 'nameEn' : 'name'] : id
}

/** Returns the name of what a buffer is drawn around. */
export const subjectName = (record: PlanRecord | undefined, subject: AnalysisSubject, language: Language) =>
  'feature' in subject
    ? nameOfId(record, subject.feature, language)
    : message(language, `analysis.drawn.${subject.drawn}`)

/** Returns a radius with its unit, `5 公里` or `800 米`: it is chosen, not measured, so it has no decimals of its own. */
export function radiusText(radiusMeters: number, language: Language): string {
  const english = language === 'en'
  if (radiusMeters < 1000) return `${number(radiusMeters, language)} ${english ? 'm' : '米'}`
  return `${number(radiusMeters / 1000, language, 3)} ${english ? 'km' : '公里'}`
}
