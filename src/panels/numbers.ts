/** Numbers as people read them, per language; digits stay tabular by style. */
import type { Figure, Plan } from '../../data/schema'
import type { Language } from '../state/store'

export const number = (value: number, language: Language) =>
  value.toLocaleString(language, { maximumFractionDigits: 4 })

/** Vagueness that Chinese sets before a number; the rest follows the unit. */
const before = ['近', '超', '约', '逾', '超过', '突破', '不低于', '不少于', '大于', '小于']

/** `近 10 万亩`, `300 余 个`: value and unit with the document's own vagueness. */
export function amount({ value, unit, approx }: Figure, language: Language): string {
  const shown = typeof value === 'number' ? number(value, language) : value
  if (!approx) return unit === '%' ? `${shown}%` : `${shown} ${unit}`.trim()
  if (before.includes(approx)) return `${approx} ${shown} ${unit}`.trim()
  return approx === '余' || approx === '多' ? `${shown} ${approx}${unit}` : `${shown} ${unit}${approx}`
}

export function years({ from, to }: Pick<Plan, 'from' | 'to'>): string | undefined {
  if (from !== undefined && to !== undefined && from !== to) return `${from}–${to}`
  const year = to ?? from
  return year === undefined ? undefined : String(year)
}

export const kilometres = (value: number, language: Language) =>
  `${value.toLocaleString(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 })} ${language === 'en' ? 'km' : '公里'}`

export function metres(value: number, language: Language): string {
  if (value >= 1000) return kilometres(value / 1000, language)
  return `${number(value, language)} ${language === 'en' ? 'm' : '米'}`
}
