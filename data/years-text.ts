/**
 * Returns the years of a row as text: `2019 年`, `2020–2022 年`, `2021 年起`, `至 2025 年`; undefined if there are
 * none. The text does not depend on today's date.
 */
export function yearsText({ from, to }: { from?: number; to?: number }, english = false): string | undefined {
  const [first, last] = [from ?? to, to ?? from]
  if (first === undefined || last === undefined) return undefined
  if (from === undefined) return english ? `by ${last}` : `至 ${last} 年`
  if (to === undefined) return english ? `from ${first}` : `${first} 年起`
  const span = first === last ? String(first) : `${first}–${last}`
  return english ? span : `${span} 年`
}

/** Returns the cells of a schedule with their years: `2020–2022 年：摸底；2023 年：完工`. */
export const spansText = (spans: readonly { from: number; to: number; text: string }[]): string =>
  spans.map((span) => `${yearsText(span)}：${span.text}`).join('；')
