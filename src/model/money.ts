/** Sums of money, which the record states in 万元 (10,000 yuan), in the units of each language. */
import type { Language } from './messages'

const shown = (value: number, language: Language, digits: number) =>
  value.toLocaleString(language, { maximumFractionDigits: digits })

/** Returns a sum with its unit: `350 万元`, `29.94 亿元`; in English `CNY 3.5 m`, `CNY 2.99 bn`. */
export function money(wan: number, language: Language): string {
  if (language === 'en')
    return wan >= 100_000 ? `CNY ${shown(wan / 100_000, language, 2)} bn` : `CNY ${shown(wan / 100, language, 2)} m`
  return wan >= 10_000 ? `${shown(wan / 10_000, language, 2)} 亿元` : `${shown(wan, language, 2)} 万元`
}

/** Returns a sum without its unit, with one decimal: 亿元, in English billions. The label beside it names the unit. */
export const headlineMoney = (wan: number, language: Language) =>
  shown(wan / (language === 'en' ? 100_000 : 10_000), language, 1)
