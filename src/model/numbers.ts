/** Numbers as people read them, per language; digits stay tabular by style. */
import type { Figure } from '../../data/schema'
import { yearsText } from '../../data/years-text'
import type { Language } from './messages'
import { money } from './money'

const formats = new Map<string, Intl.NumberFormat>()

/** Formats are kept: making one costs more than a hundred uses of it, and a long list uses it for every figure. */
function format(language: Language, least: number, most: number): Intl.NumberFormat {
  const key = `${language} ${least} ${most}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.NumberFormat(language, { minimumFractionDigits: least, maximumFractionDigits: most })
  formats.set(key, made)
  return made
}

/** Returns a number in the format of the language, with at most `digits` decimals. */
export const number = (value: number, language: Language, digits = 4) => format(language, 0, digits).format(value)

/** Vagueness that Chinese sets before a number; the rest follows the unit. */
const before = ['近', '超', '约', '逾', '超过', '突破', '不低于', '不少于', '大于', '小于']

/** `近 10 万亩`, `300 余个`: value and unit with the document's own vagueness; `unitName` stands for the unit elsewhere. */
export function amount({ value, unit: ownUnit, approx }: Figure, language: Language, unitName?: string): string {
  if (language === 'en' && typeof value === 'number') {
    const scaled = scaledName.exec(unitName ?? '')
    if (scaled) return scaledAmount(value, scaled[1] === '10 thousand' ? 1e4 : 1e8, scaled[2] ?? '', approx)
  }
  const unit = unitName ?? ownUnit
  const shown = typeof value === 'number' ? number(value, language) : value
  const whole = unit === '%' ? `${shown}%` : `${shown} ${unit}`.trim()
  if (!approx) return whole
  if (before.includes(approx)) return `${approx} ${whole}`
  return approx === '余' || approx === '多' ? `${shown} ${approx}${unit}` : `${whole}${approx}`
}

/** 万 and 亿 have no English names: the number takes them in. */
const scaledName = /^(10 thousand|100 million) (.+)$/

function scaledAmount(value: number, scale: number, unit: string, approx: Figure['approx']): string {
  const whole = unit === 'yuan' ? money((value * scale) / 1e4, 'en') : `${number(value * scale, 'en')} ${unit}`
  return approx ? `${approx} ${whole}` : whole
}

/** `2019–2022 年`, `至 2025 年` …; undefined where there is no year. */
export const years = (row: { from?: number; to?: number }, language: Language): string | undefined =>
  yearsText(row, language === 'en')

/** Returns a length with one decimal and its unit. */
export const kilometres = (value: number, language: Language) =>
  `${format(language, 1, 1).format(value)} ${language === 'en' ? 'km' : '公里'}`

/** Returns a length in metres with its unit; in kilometres from 1,000 m. */
export function metres(value: number, language: Language): string {
  if (value >= 1000) return kilometres(value / 1000, language)
  return `${number(value, language)} ${language === 'en' ? 'm' : '米'}`
}
