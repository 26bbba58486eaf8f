/** A figure with the document's own vagueness where Chinese sets it: `近10万亩`, `300余个`, `5亿元以上`. */
export function figureText({ value, unit, approx = '' }: { value: number | string; unit: string; approx?: string }) {
  if (/^(近|超|约|逾|突破|不低于|不少于|大于|小于)/.test(approx)) return `${approx}${value}${unit}`
  return approx === '余' || approx === '多' ? `${value}${approx}${unit}` : `${value}${unit}${approx}`
}
