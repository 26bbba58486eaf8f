/** Extents of zones, platforms and parks as parts of the static map. Pure. */
import { opacityOf } from '../../model/layers'
import type { State } from '../../state/store'
import { type MapExtent, mapExtent, shownExtents } from '../extent-features'
import { courseOf, type Mark, type MarksFrame } from './marks'

/** As on the other map. */
const firstZoom = 9

/** Returns the outlines of what the view shows, and of what is selected at any zoom. */
export function extentMarks({ view, session: { record } }: State, { units, zoom }: MarksFrame): Mark[] {
  if (record.status !== 'ready') return []
  const isShown = zoom >= firstZoom && opacityOf(view.layers, 'areas') > 0
  const shown: readonly MapExtent[] = isShown ? shownExtents(record.value, view).features : []
  const selected = view.feature === undefined ? undefined : record.value.extentById.get(view.feature)
  const isDrawn = shown.some(({ properties }) => properties.id === view.feature)
  return [...shown, ...(selected && !isDrawn ? [mapExtent(selected)] : [])].map(({ geometry, properties }) => {
    const { id, method, theme } = properties
    const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
    return {
      element: 'path',
      attributes: {
        d: courseOf(rings, units),
        class: `static-map-extent static-map-extent-${method}`,
      },
      ...(theme ? { theme } : {}),
      feature: id,
      isSelected: id === view.feature,
    }
  })
}
