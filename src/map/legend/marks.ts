/** What the legend says of marks that come with a question, with years and with a comparison. Pure. */
import { type HatchRun, hatchRuns } from '../../../data/hatchings'
import type { LegendItem, SignShape } from '../../model/legend'
import { type Language, message } from '../../model/messages'
import { yearPhases } from '../../model/plans/year-phase'
import { yearMarkLayers } from '../style/layers/year-marks'
import type { Palette } from '../style/palette'
import type { Rendered } from './entries'

/** The layers that show them. */
export const markedLayers = [
  ...[...yearMarkLayers, 'analysis-points', 'analysis-borderline-points', 'analysis-borderline', 'districts-outline'],
] as const

/** What decides how the marks of the legend look. */
export interface MarkInputs {
  palette: Palette
  language: Language
  shapeOf: (icon: string) => SignShape
  /** The name of a district by its code. */
  districtName: (code: string) => string
}

/** Returns the entries of what is rendered: phases of years, an answer's rings. */
export function markItems(rendered: readonly Rendered[], inputs: MarkInputs): LegendItem[] {
  return [...phaseItems(rendered, inputs), ...answerItems(rendered, inputs)]
}

/** Returns an entry for each of several selected districts, with its own hatching; one alone is explained by its layer. */
export function comparedItems(
  rendered: readonly Rendered[],
  { palette, language, districtName }: MarkInputs,
): LegendItem[] {
  const runs = new Map<string, HatchRun>()
  for (const { layer, values } of rendered)
    if (layer === 'districts-outline' && values.selected === true)
      runs.set(String(values.adcode), hatchRuns[Number(values.hatch)] ?? hatchRuns[0])
  if (runs.size < 2) return []
  return [...runs].map(([code, hatched]) => ({
    text: message(language, 'legend.compared', { name: districtName(code) }),
    mark: { kind: 'area', fill: palette.basemap.land, outline: palette.accent, hatched },
  }))
}

function phaseItems(rendered: readonly Rendered[], { palette, language, shapeOf }: MarkInputs): LegendItem[] {
  const shown = new Set(
    rendered.filter(({ layer }) => yearMarkLayers.includes(layer)).map(({ values }) => values.phase),
  )
  return yearPhases
    .filter((phase) => shown.has(phase))
    .map((phase) => {
      const icon = `mark-${phase}`
      const mark = { kind: 'sign' as const, icon, color: palette.label.feature, shape: shapeOf(icon) }
      return { text: message(language, `legend.phase.${phase}`), mark }
    })
}

function answerItems(rendered: readonly Rendered[], { palette, language, shapeOf }: MarkInputs): LegendItem[] {
  const roles = new Set(rendered.filter(({ layer }) => layer.startsWith('analysis-')).map(({ values }) => values.role))
  const borderline = { kind: 'sign' as const, icon: 'ring-dashed', color: palette.accent }
  return [
    ...(roles.has('inside')
      ? [
          {
            text: message(language, 'legend.inside'),
            mark: { kind: 'dot' as const, color: palette.accent, shape: 'ring' as const },
          },
        ]
      : []),
    ...(roles.has('borderline')
      ? [{ text: message(language, 'legend.borderline'), mark: { ...borderline, shape: shapeOf('ring-dashed') } }]
      : []),
  ]
}
