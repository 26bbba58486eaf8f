/** Pointer and touch on the engine's map: what is under them is hovered and selected. */

import { isDistrictCode } from '../../data/schema-ids'
import type { IdentifiedFeature } from '../model/added-layers'
import { message } from '../model/messages'
import type { Actions } from '../state/actions'
import type { State, Store } from '../state/store'
import type { AddedAt } from './added/identify'
import { barAt } from './counts/follower'
import { barWords } from './counts/words'
import { type CrowdList, crowdAt, mostInTip } from './crowd'
import { districtHitAreas } from './district-hit-area'
import { canBeAsked, type EngineMap, type EngineMouseEvent } from './engine'
import type { Followers } from './follow'
import { ownRowAt } from './own-pick'
import { schematicBands } from './style/layers/corridors'
import { startTip } from './tip'

/** From what is wanted first to what is wanted last. */
const pickOrder = [
  ['focus-points', 'relation-names', 'points', 'point-names', 'label-zones', 'label-boards'],
  ['structure', 'rail', 'metro', 'road', ...schematicBands, 'streams-record', 'extents-derived', 'extents-stated'],
  ['label-ridges', 'label-streams', 'areas', 'areas-water', 'extents-small'],
] as const

/** How far beside a sign or a line one may point, in CSS pixels. */
const reach = { mouse: [3, 4, 0], touch: [12, 12, 0] } as const
/** Several places are meant only where one points at all of them. */
const crowdReach = { mouse: 1, touch: 6 } as const

/** Follows pointer and touch on the page's map. Returns a function that stops it. */
export function startInteraction(
  map: EngineMap,
  onPage: Followers,
  actions: Actions,
  crowdList: CrowdList,
  added: AddedAt,
): () => void {
  const { store } = onPage
  const tip = startTip(map, onPage)
  const hitAreaAt = districtHitAreas(map)
  let pending: EngineMouseEvent | undefined
  /** While something is drawn the pointer is the drawing tool's. */
  const drawing = () => store.getState().session.sketch !== undefined || !canBeAsked(map)
  /** The end of a distance is one of ours. */
  const at = (point: EngineMouseEvent['point'], by: keyof typeof reach) =>
    pick(map, store, point, by, hitAreaAt, store.getState().session.pick ? {} : added)
  /** A dot on a bar comes first, as it is drawn. */
  const barUnder = (point: { x: number; y: number }) =>
    store.getState().session.pick || isDot(map, point) ? undefined : barAt(map, point)
  const onMove = (event: EngineMouseEvent) => {
    if (drawing()) return
    if (!pending)
      requestAnimationFrame(() => {
        const latest = pending
        pending = undefined
        if (!latest || map.isMoving() || !canBeAsked(map)) return
        const own = ownRowAt(map, latest.point)
        const bar = own?.above ? undefined : barUnder(latest.point)
        const found = own?.above ? undefined : (bar?.district ?? at(latest.point, 'mouse'))
        const id = typeof found === 'string' ? found : undefined
        actions.hover(id)
        const crowd = bar ? [] : crowdAt(map, latest.point, crowdReach.mouse)
        if (bar) tip.say([barWords(store.getState(), bar)])
        else if (id && crowd.length > 1 && crowd.includes(id)) tip.say(crowdWords(store.getState(), crowd))
        if (own && isBelow(id)) tip.say(own.words)
        tip.at(latest.point)
        map.getCanvas().style.cursor = found || own ? 'pointer' : store.getState().session.pick ? 'crosshair' : ''
      })
    pending = event
  }
  const onLeave = () => {
    pending = undefined
    actions.hover(undefined)
  }
  const onClick = (event: EngineMouseEvent) => {
    if (drawing()) return
    const by = coarsePointer() ? 'touch' : 'mouse'
    const own = store.getState().session.pick ? undefined : ownRowAt(map, event.point)
    if (own?.above) return own.press()
    const crowd = crowdAt(map, event.point, crowdReach[by])
    const bar = barUnder(event.point)
    if (bar?.theme) return actions.selectUnderTheme(bar.district, bar.theme)
    if (bar) return actions.select(bar.district)
    const id = at(event.point, by)
    if (typeof id === 'object') return own ? own.press() : actions.identify(id)
    actions.identify(undefined)
    if (id && crowd.length > 1 && crowd.includes(id)) return crowdList.open(crowd, event.point)
    if (own && isBelow(id)) own.press()
    else if (id) actions.select(id)
    else if (!store.getState().session.pick) actions.clearSelection()
  }
  map.on('mousemove', onMove)
  map.on('mouseout', onLeave)
  map.on('click', onClick)
  return () => {
    tip.end()
    map.off('mousemove', onMove)
    map.off('mouseout', onLeave)
    map.off('click', onClick)
  }
}

/** Areas of own data lie over the districts and under all else. */
const isBelow = (id: string | undefined) => id === undefined || isDistrictCode(id)

const isDot = (map: EngineMap, { x, y }: { x: number; y: number }) =>
  map.getLayer('points') !== undefined && map.queryRenderedFeatures([x, y], { layers: ['points'] }).length > 0

function crowdWords({ session: { record, language } }: State, ids: readonly string[]): string[] {
  if (record.status !== 'ready') return []
  const names = ids.flatMap((id) => {
    const properties = record.value.featureById.get(id)?.properties
    return properties ? [language === 'en' ? properties.nameEn : properties.name] : []
  })
  const more = names.length - mostInTip
  return more > 0 ? [...names.slice(0, mostInTip), message(language, 'map.crowdMore', { count: more })] : names
}

const coarsePointer = () => matchMedia('(pointer: coarse)').matches

/**
 * What lies topmost at a place: the id of a district's middle, else a sign before a line before an area; then a feature of an
 * added layer, then the district.
 */
function pick(
  map: EngineMap,
  store: Store,
  { x, y }: { x: number; y: number },
  by: keyof typeof reach,
  hitAreaAt: ReturnType<typeof districtHitAreas>,
  added: AddedAt,
): string | IdentifiedFeature | undefined {
  const { record } = store.getState().session
  // A dot is drawn over the middle of its district, and is smaller.
  const dot = crowdAt(map, { x, y }, 1)[0]
  const hitArea = record.status === 'ready' && !dot ? hitAreaAt(record.value, { x, y }) : undefined
  if (hitArea) return hitArea
  const known = (id: unknown): id is string =>
    typeof id === 'string' && (record.status !== 'ready' || record.value.featureById.has(id))
  for (const [level, layers] of pickOrder.entries()) {
    const beside = reach[by][level] ?? 0
    const box: [[number, number], [number, number]] = [
      [x - beside, y - beside],
      [x + beside, y + beside],
    ]
    const present = layers.filter((layer) => map.getLayer(layer))
    const ids = map.queryRenderedFeatures(box, { layers: present }).map(({ properties }) => properties.id)
    const found = ids.find(known)
    if (found) return found
  }
  const other = added.find?.({ x, y })
  if (other || !map.getLayer('districts')) return other
  const [district] = map.queryRenderedFeatures([x, y], { layers: ['districts'] })
  const code = district?.properties.adcode
  return known(code) ? code : undefined
}
