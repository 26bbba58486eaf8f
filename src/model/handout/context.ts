/** What handouts are made from. */
import type { SourceReference } from '../../../data/schema'
import type { AnalysisAnswer } from '../analysis/analysis'
import { itemOf } from '../citation'
import { type HandoutMessageKey, handoutMessage } from '../messages/handout'
import type { Language } from '../messages/text'
import type { DetailFiles, PlanRecord, RecordFeature } from '../record'
import type { Analysis, View } from '../view'

/** What handouts are made from. */
export interface HandoutContext {
  record: PlanRecord
  details: DetailFiles
  language: Language
  /** `YYYY-MM-DD`. */
  today: string
  addressOf: (view: View) => string
  /** The answer to a question; undefined where there is none. */
  answerTo: (question: Analysis) => AnalysisAnswer | undefined
}

/** Returns the texts of handouts in a context's language. */
export const textIn =
  ({ language }: Pick<HandoutContext, 'language'>) =>
  (key: HandoutMessageKey, values?: { [name: string]: string | number }) =>
    handoutMessage(language, key, values)

/** The citations of a handout: each once, by number. */
export interface Citations {
  all: string[]
  /** Returns the number of a citation, counted from 0. */
  at: (text: string) => number
}

/** Returns citations without any. */
export function createCitations(): Citations {
  const all: string[] = []
  const known = new Map<string, number>()
  return {
    all,
    at: (text) => {
      const found = known.get(text)
      if (found !== undefined) return found
      known.set(text, all.length)
      return all.push(text) - 1
    },
  }
}

/** Returns where a row is written: document, date and section. */
export function citationText({ id, section, item }: SourceReference, { record, language }: HandoutContext): string {
  const source = record.sourceById.get(id)
  const place = [section, itemOf(item, language)].filter(Boolean).join(' ')
  if (!source) return [id, place].join(' ')
  return language === 'en'
    ? `${source.titleEn} (${source.date}) ${place}`
    : `《${source.title}》（${source.date}）${place}`
}

/** Returns a row's citations as one text. */
export const citationsText = (sources: readonly SourceReference[], context: HandoutContext) =>
  sources.map((source) => citationText(source, context)).join('；')

/** Returns the citations of rows, by row, as indices into the handout's. */
export const citedByRow = (
  rows: readonly { sources: readonly SourceReference[] }[],
  context: HandoutContext,
  citations: Citations,
): number[][] => rows.map(({ sources }) => sources.map((one) => citations.at(citationText(one, context))))

/** Returns a feature's name in a context's language. */
export const nameOf = ({ properties }: RecordFeature, { language }: Pick<HandoutContext, 'language'>) =>
  language === 'en' ? properties.nameEn : properties.name
