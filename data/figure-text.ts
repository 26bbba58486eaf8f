/**
 * Returns a figure with its unit and the document's own vagueness where Chinese puts it: `近 10 万亩`, `300 余个`,
 * `5 亿元以上`, `55%以上`.
 */
export function figureText({ value, unit, approx = '' }: { value: number | string; unit: string; approx?: string }) {
  const shown = typeof value === 'number' ? value.toLocaleString('en-US', { maximumFractionDigits: 4 }) : value
  const whole = unit === '%' ? `${shown}%` : `${shown} ${unit}`.trim()
  if (/^(近|超|约|逾|突破|不低于|不少于|大于|小于)/.test(approx)) return `${approx} ${whole}`
  return approx === '余' || approx === '多' ? `${shown} ${approx}${unit}` : `${whole}${approx}`
}
