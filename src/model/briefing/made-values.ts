/** What a cited item said when a briefing was made, kept with the briefing so that later changes can be told. Pure. */
import { figureText } from '../../../data/figure-text'
import type { Indicator, Plan, Project } from '../../../data/schema'
import type { DetailFiles, PlanRecord } from '../record'
import { type CitedItem, citedText } from './briefing'

/** The values of one cited item, in the words of the record. */
export interface MadeValue {
  text: string
  /** Each with what it counts, its value and its unit. */
  figures: readonly string[]
  status?: string
  from?: number
  to?: number
}

/** By the text of the citation, such as `plan:pa055`. */
export type MadeValues = { readonly [cited: string]: MadeValue }

/** Returns what a cited item says today; undefined for an answer, and for what the record does not hold. */
export function citedValue(item: CitedItem, record: PlanRecord, details?: DetailFiles): MadeValue | undefined {
  switch (item.kind) {
    case 'answer':
      return undefined
    case 'plan': {
      const plan = record.planById.get(item.id)
      return plan && planValue(plan)
    }
    case 'project': {
      const project = details?.projects.find(({ id }) => id === item.id)
      return project && projectValue(project)
    }
    case 'indicator': {
      const indicator = details?.indicators.find(({ no }) => String(no) === item.id)
      return indicator && indicatorValue(indicator)
    }
  }
}

/** Returns the values of a cited item under its text; empty where it has none. */
export function madeOf(item: CitedItem, record: PlanRecord, details?: DetailFiles): MadeValues {
  const value = citedValue(item, record, details)
  return value ? { [citedText(item)]: value } : {}
}

const planValue = ({ text, figures, status, from, to }: Plan): MadeValue => ({
  text,
  figures: (figures ?? []).map((figure) => [figure.what, figureText(figure), figure.year].filter(Boolean).join(' ')),
  status,
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
})

const projectValue = ({ name, investmentWan, spans }: Project): MadeValue => ({
  text: name,
  figures: investmentWan === undefined ? [] : [`${investmentWan} 万元`],
  ...(spans.length === 0
    ? {}
    : { from: Math.min(...spans.map(({ from }) => from)), to: Math.max(...spans.map(({ to }) => to)) }),
})

const indicatorValue = ({ name, unit, targets }: Indicator): MadeValue => ({
  text: name,
  figures: Object.entries(targets).map(([year, target]) => `${year} ${target?.text ?? ''}${unit}`),
})
