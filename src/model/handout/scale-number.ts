/** Returns the number of a scale to two figures, with a narrow space between thousands: more would be no more true. */
export function scaleNumber(value: number): string {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1)
  return String(Math.round(value / step) * step).replace(/\B(?=(\d{3})+$)/g, '\u202f')
}
