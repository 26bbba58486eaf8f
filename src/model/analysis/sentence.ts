/** The answer to a spatial question in a few sentences, as the panel opens with them and a briefing says them. Pure. */
import { type Language, message } from '../messages'
import { money } from '../money'
import { kilometres, metres, number } from '../numbers'
import type { DetailFiles, PlanRecord } from '../record'
import type { Analysis } from '../view'
import type {
  AdjacencyAnswer,
  AnalysisAnswer,
  BetweenAnswer,
  BufferAnswer,
  CorridorAnswer,
  FoundFeature,
} from './analysis'
import { nameOfId, radiusText, subjectName } from './naming'
import { countedIds, rowsAbout } from './rows'

/** What the sentences are told from; details make them longer. */
export interface AnswerContext {
  record: PlanRecord
  details: DetailFiles | undefined
  language: Language
}

/** Returns the sentences of an answer as one text; empty where question and answer do not belong together. */
export function answerSentence(answer: AnalysisAnswer, question: Analysis, context: AnswerContext): string {
  switch (answer.kind) {
    case 'buffer':
      return question.kind === 'buffer' ? bufferSentence(answer, question, context) : ''
    case 'adjacency':
      return question.kind === 'adjacency' ? adjacencySentence(answer, question.feature, context) : ''
    case 'corridor':
      return question.kind === 'crossing' ? corridorSentence(answer, question, context) : ''
    case 'through':
      return question.kind === 'crossing' ? throughSentence(answer.corridors.length, question.feature, context) : ''
    case 'between':
      return betweenSentence(answer, context)
  }
}

/** Returns a measured distance in metres by tens below a kilometre: finer than any position here is known. */
export const distance = (km: number, language: Language) =>
  metres(km < 1 ? Math.round(km * 100) * 10 : km * 1000, language)

const insideOf = (found: readonly FoundFeature[]) => ({
  inside: found.filter(({ inside }) => inside).length,
  near: found.filter(({ inside }) => !inside).length,
})

const joined = (language: Language, sentences: readonly string[]) =>
  sentences.filter((sentence) => sentence !== '').join(language === 'en' ? ' ' : '')

function bufferSentence(
  answer: BufferAnswer,
  question: Extract<Analysis, { kind: 'buffer' }>,
  { record, details, language }: AnswerContext,
): string {
  const { plans, projects, investmentWan } = rowsAbout(record, details, countedIds(record, answer.found))
  const ofProjects = projects
    ? message(language, `analysis.sentence.projects${investmentWan === undefined ? 'NoMoney' : ''}`, {
        count: projects.length,
        money: money(investmentWan ?? 0, language),
      })
    : ''
  return joined(language, [
    message(language, 'analysis.sentence.buffer', {
      name: subjectName(record, question.subject, language),
      radius: radiusText(question.radiusMeters, language),
      area: number(answer.areaKm2, language, answer.areaKm2 < 100 ? 1 : 0),
      districts: answer.covered.length,
      plans: plans.length,
      ...insideOf(answer.found),
    }),
    ofProjects,
    message(language, 'analysis.sentence.counted'),
  ])
}

function adjacencySentence(answer: AdjacencyAnswer, feature: string, context: AnswerContext): string {
  const { record, details, language } = context
  const { neighbours } = answer
  const { plans, projects } = rowsAbout(record, details, [feature, ...neighbours.map(({ id }) => id)])
  const length = neighbours.reduce((sum, { sharedKm }) => sum + sharedKm, 0)
  return joined(language, [
    message(language, 'analysis.sentence.adjacency', {
      name: nameOfId(record, feature, language),
      count: neighbours.length,
      length: kilometres(length, language),
      river: neighbours.filter(({ alongRiver }) => alongRiver).length,
    }),
    message(language, 'analysis.sentence.union', {
      plans: number(plans.length, language),
      projects: projects?.length ?? 0,
    }),
  ])
}

function corridorSentence(
  answer: CorridorAnswer,
  question: Extract<Analysis, { kind: 'crossing' }>,
  { record, language }: AnswerContext,
): string {
  return message(language, 'analysis.sentence.corridor', {
    name: nameOfId(record, question.feature, language),
    length: kilometres(answer.lengthKm, language),
    districts: new Set(answer.passages.flatMap(({ id }) => id ?? [])).size,
    radius: radiusText(question.radiusMeters, language),
    ...insideOf(answer.found),
  })
}

const throughSentence = (count: number, feature: string, { record, language }: AnswerContext) =>
  message(language, 'analysis.sentence.through', { name: nameOfId(record, feature, language), count })

/** By eighths of a turn from the north, clockwise. */
const directions = ['北', '东北', '东', '东南', '南', '西南', '西', '西北'] as const

function betweenSentence({ centerKm, gapKm, bearingDegrees }: BetweenAnswer, { language }: AnswerContext): string {
  return message(language, 'analysis.sentence.between', {
    center: kilometres(centerKm, language),
    gap: distance(gapKm, language),
    bearing: Math.round(bearingDegrees) % 360,
    direction: message(language, `direction.${directions[Math.round(bearingDegrees / 45) % 8] ?? '北'}`),
  })
}
