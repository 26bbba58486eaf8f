/** The indicator table as series: numbers as numbers, phrases such as 稳定提高 as phrases. */
import type { Indicator } from '../../../data/schema'

/** The baseline or the target of one year. */
export interface IndicatorPoint {
  year: number
  text: string
  /** Only where the document gives a level, not a change and not a phrase. */
  value?: number
  /** `>` and the like: the value is a bound, not a level to hit. */
  op?: string
  baseline: boolean
}

/** An indicator with its points, ready to be drawn. */
export interface IndicatorSeries {
  indicator: Indicator
  points: readonly IndicatorPoint[]
  /** Whether any target is a number, so that there is something to draw a line for. */
  measured: boolean
  /** The bound named under 建设要求, where it is a number. */
  required?: { value: number; op: string }
  /** Lowest and highest value, for the scale. */
  range?: readonly [number, number]
}

/** Returns an indicator as a series: its baseline, then its targets by year. */
export function indicatorSeries(indicator: Indicator): IndicatorSeries {
  const { baseline, targets } = indicator
  const measured = Object.values(targets).some((target) => target?.value !== undefined)
  const start = { year: baseline.year, text: baseline.text, value: measured ? baseline.value : undefined }
  const points: IndicatorPoint[] = [
    { ...start, baseline: true },
    ...targetYears(indicator).map((year) => ({ year, ...targetOf(indicator, year), baseline: false })),
  ]
  const required = measured ? bound(indicator.requirement) : undefined
  const values = points.flatMap(({ value }) => value ?? [])
  if (required) values.push(required.value)
  return {
    indicator,
    points,
    measured,
    required,
    range: values.length > 0 ? [Math.min(...values), Math.max(...values)] : undefined,
  }
}

/** Returns the years an indicator has targets for, in order. */
export const targetYears = ({ targets }: Indicator): number[] => Object.keys(targets).map(Number).sort()

function targetOf({ targets }: Indicator, year: number) {
  const target = targets[year]
  if (!target) throw new RangeError(`no target for ${year}`)
  return { text: target.text, value: target.value, op: target.op }
}

/** Returns the latest target with its year; undefined if there is none. */
export function lastTarget(indicator: Indicator): { year: number; text: string } | undefined {
  const year = targetYears(indicator).at(-1)
  return year === undefined ? undefined : { year, text: targetOf(indicator, year).text }
}

/** `>90%` is a bound of 90; 稳定提高 and 不减少 are none. */
function bound(requirement: string): { value: number; op: string } | undefined {
  const found = /^([><≥≤]=?)?(\d+(?:\.\d+)?)%?$/.exec(requirement.trim())
  return found ? { op: found[1] ?? '=', value: Number(found[2]) } : undefined
}

/** Returns adjacent years with the same text as one run: 2020–2025 稳定提高. */
export function phraseRuns(points: readonly IndicatorPoint[]): { from: number; to: number; text: string }[] {
  const runs: { from: number; to: number; text: string }[] = []
  for (const { year, text, baseline } of points) {
    const last = runs.at(-1)
    if (last && last.text === text && !baseline) last.to = year
    else runs.push({ from: year, to: year, text })
  }
  return runs
}
