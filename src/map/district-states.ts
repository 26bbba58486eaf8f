/** Which districts are selected, hovered or dimmed, written into the engine as feature states. */
import { neighbourhoodDistricts } from '../model/filters/neighbourhood'
import type { State } from '../state/store'
import type { EngineMap } from './engine'

interface DistrictState {
  selected: boolean
  hovered: boolean
  dimmed: boolean
  /** Which hatching it has: its number among those compared. */
  hatch: number
}

/** Every district that is not as usual. Pure. */
export function districtStates(view: State['view'], session: State['session']): Map<string, DistrictState> {
  const { districts: selected, filters } = view
  const states = new Map<string, DistrictState>()
  const known =
    session.record.status === 'ready' ? session.record.value.adjacency.flatMap(({ a, b }) => [a, b]) : selected
  const { record } = session
  const around =
    filters.around !== undefined && record.status === 'ready'
      ? neighbourhoodDistricts(record.value, filters.around)
      : undefined
  for (const code of new Set([...known, ...selected])) {
    const isSelected = selected.includes(code)
    const dimmed = selected.length > 0 ? !isSelected : around !== undefined && !around.has(code)
    const hovered = session.hovered === code
    if (isSelected || dimmed || hovered)
      states.set(code, { selected: isSelected, hovered, dimmed, hatch: Math.max(0, selected.indexOf(code)) })
  }
  return states
}

/** Writes the states and takes back those that no longer hold; the codes that now have one. */
export function applyDistrictStates(map: EngineMap, before: string[], states: Map<string, DistrictState>): string[] {
  const usual: DistrictState = { selected: false, hovered: false, dimmed: false, hatch: 0 }
  const targets = [
    { source: 'districts', sourceLayer: 'districts' },
    { source: 'districts', sourceLayer: 'names' },
    { source: 'selection', sourceLayer: 'districts' },
  ]
  for (const id of new Set([...before, ...states.keys()]))
    for (const target of targets) map.setFeatureState({ ...target, id }, states.get(id) ?? usual)
  return [...states.keys()]
}

/** Writes the tints and takes back those that no longer hold; the codes that now have one. */
export function applyTints(
  map: EngineMap,
  before: readonly string[],
  tints: ReadonlyMap<string, { tint: string; tintClass: number }>,
): string[] {
  const target = { source: 'selection', sourceLayer: 'districts' }
  for (const id of new Set([...before, ...tints.keys()]))
    map.setFeatureState({ ...target, id }, tints.get(id) ?? { tint: null, tintClass: 0 })
  return [...tints.keys()]
}
