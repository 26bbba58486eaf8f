/** Keeps the districts' numbers on the map in step with the state and with the zoom: their images, places and texts. */
import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { ThemeId } from '../../../data/schema-ids'
import type { Size } from '../../../geo/screen/camera'
import { lastAnswer } from '../../model/last-answer'
import { opacityOf } from '../../model/layers'
import { districtBars, mostDistrictPlans } from '../../model/plans/district-bars'
import type { PlanRecord } from '../../model/record'
import type { State } from '../../state/store'
import type { EngineMap } from '../engine'
import type { Followers } from '../follow'
import { dotPlaces } from '../shown-features'
import { setSourceData, showSource } from '../source-layers'
import { countsSource, lastCountsZoom } from '../style/layers/counts'
import { palettes } from '../style/palette'
import { rasterRatio } from './bar-shape'
import { type BarOnScreen, type Counts, countsOf } from './features'
import { districtLabels } from './labels'

/** Below this in either direction only the numbers stand on the map. */
export const smallScreenPixels = 600

const standing = new WeakMap<EngineMap, readonly BarOnScreen[]>()

/** Begins at once; `layers` is the whole style, bottom to top. */
export function startCounts(map: EngineMap, { store, follow }: Followers, layers: () => readonly LayerSpecification[]) {
  let drawnAt: number | undefined
  const apply = () => {
    const { clientWidth: width, clientHeight: height } = map.getContainer()
    const counts = countsNow({ width, height }, map.getZoom(), store.getState())
    drawnAt = map.getZoom()
    if (!map.getSource(countsSource)) return
    for (const [name, { width, height, data }] of counts?.images ?? [])
      if (!map.hasImage(name)) map.addImage(name, { width, height, data }, { pixelRatio: rasterRatio })
    standing.set(map, counts?.bars ?? [])
    if (counts) setSourceData(map, countsSource, counts.data)
    showSource(map, countsSource, (counts?.data.features.length ?? 0) > 0, layers)
    forgetImages(map, counts)
  }
  follow(
    ({ view: { themes, filters, years, layers: states }, session: { record, palette, language } }) => [
      ...[themes, filters, years, record, palette, language],
      opacityOf(states, 'counts') > 0,
    ],
    apply,
  )
  const onZoom = () => {
    if (map.getZoom() !== drawnAt) apply()
  }
  map.on('zoomend', onZoom)
  map.on('resize', apply)
}

/** The last answer: it is worked out before the state holds the record, and asked for again when its projects come. */
const kept = lastAnswer<Counts>()

/** Returns what a map of a size shows at a zoom; undefined where it shows no numbers. The last result is cached. */
export function countsNow(size: Size, zoom: number, { view, session }: State): Counts | undefined {
  if (session.record.status !== 'ready' || zoom >= lastCountsZoom || opacityOf(view.layers, 'counts') === 0)
    return undefined
  const record = session.record.value
  const { palette, language } = session
  const asked = [record.plans, size.width, size.height, zoom, view.themes, view.filters, view.years, palette, language]
  return kept(asked, () => countsAt(size, zoom, record, { view, session }))
}

function countsAt(size: Size, zoom: number, record: PlanRecord, { view, session }: State): Counts {
  const [theme] = view.themes
  return countsOf({
    bars: districtBars(record, view),
    most: mostDistrictPlans(record),
    labels: districtLabels(record, session.language),
    palette: palettes[session.palette],
    language: session.language,
    zoom,
    numbersOnly: Math.min(size.width, size.height) < smallScreenPixels,
    // All of them, whatever is filtered: bars must not wander with the filters.
    dots: dotPlaces(record, zoom),
    ...(theme && view.themes.length === 1 ? { theme } : {}),
  })
}

/** So many images of bars as they stood before may stay: taking one away has the map drawn again. */
const mostOldImages = 100

/** Images of bars as they stood before go, once there are many, when the map is at rest and shows them no more. */
function forgetImages(map: EngineMap, counts: Counts | undefined) {
  const old = map.listImages().filter((name) => /^\d{6} bar /.test(name) && !counts?.images.has(name))
  if (old.length <= mostOldImages) return
  map.once('idle', () => {
    if (standing.get(map) === counts?.bars) for (const name of old) map.removeImage(name)
  })
}

/** Returns what a point of the screen means on a district's bar or number; undefined where there is none. */
export function barAt(
  map: EngineMap,
  { x, y }: { x: number; y: number },
): { district: string; theme?: ThemeId } | undefined {
  if (map.getZoom() >= lastCountsZoom) return undefined
  for (const { district, position, left, top, width, height, segments } of standing.get(map) ?? []) {
    const at = map.project([position[0], position[1]])
    const [across, down] = [x - at.x - left, y - at.y - top]
    if (across < -reachPixels || across > width + reachPixels || down < -reachPixels || down > height + reachPixels)
      continue
    const segment = segments.find((each) => across >= each.x && across < each.x + each.width)
    return segment ? { district, theme: segment.theme } : { district }
  }
  return undefined
}

const reachPixels = 3
