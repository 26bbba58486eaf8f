/** Keeps the plates of a selected network's lines in step with the state and the camera. */
import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { FeatureCollection, Geometry, Position } from 'geojson'
import { message } from '../../model/messages'
import { allMembersOf, type Member } from '../../model/networks'
import type { State } from '../../state/store'
import { smallScreenPixels } from '../counts/follower'
import type { EngineMap } from '../engine'
import type { Followers } from '../follow'
import { setSourceData, showSource } from '../source-layers'
import { plateImage, platesSource } from '../style/layers/networks'
import { palettes } from '../style/palette'
import { type NetworkLine, placePlates } from './plates'

/** Begins at once; `layers` is the whole style, bottom to top. */
export function startNetworkPlates(
  map: EngineMap,
  { store, follow }: Followers,
  layers: () => readonly LayerSpecification[],
) {
  const apply = () => {
    if (!map.getSource(platesSource)) return
    const data = platesNow(map, store.getState())
    if (data.features.length > 0) addPlateImage(map, store.getState().session.palette)
    setSourceData(map, platesSource, data)
    showSource(map, platesSource, data.features.length > 0, layers)
  }
  follow(
    ({ view: { feature }, session: { record, language, palette, padding } }) => [
      ...[feature, record, language, palette, padding],
    ],
    apply,
  )
  const onMove = () => {
    if (linesOf(store.getState(), false).length > 0) apply()
  }
  map.on('moveend', onMove)
  map.on('resize', onMove)
}

function platesNow(map: EngineMap, state: State): FeatureCollection {
  const { clientWidth: width, clientHeight: height } = map.getContainer()
  const lines = linesOf(state, Math.min(width, height) < smallScreenPixels)
  const { record, padding } = state.session
  if (lines.length === 0 || record.status !== 'ready') return { type: 'FeatureCollection', features: [] }
  const [west, south, east, north] = record.value.region.homeBounds
  const plates = placePlates(lines, {
    project: ([longitude, latitude]) => map.project([longitude, latitude]),
    hub: [(west + east) / 2, (south + north) / 2],
    size: { width, height },
    padding,
  })
  return {
    type: 'FeatureCollection',
    features: plates.map(({ id, text, position }) => ({
      type: 'Feature',
      properties: { id, text },
      geometry: { type: 'Point', coordinates: [...position] },
    })),
  }
}

function linesOf({ view, session }: State, isSmall: boolean): NetworkLine[] {
  if (!view.feature || session.record.status !== 'ready') return []
  return allMembersOf(session.record.value, view.feature).flatMap((member) => {
    const { geometry, properties } = member.feature
    const lines = coursesOf(geometry)
    return lines.length > 0 ? [{ id: properties.id, text: plateText(member, session.language, isSmall), lines }] : []
  })
}

/** The line's name; below it where it leads, how far it has come, and that its course is sketched. A phone has room for the way. */
function plateText(
  { feature, direction, toward }: Member,
  language: State['session']['language'],
  isSmall: boolean,
): string {
  const { name, nameEn, status, precision } = feature.properties
  const way = direction && message(language, `direction.${direction}`)
  if (isSmall) return [language === 'en' ? nameEn : name, way].filter(Boolean).join(' · ')
  const end = [way, language === 'zh-CN' ? toward : undefined].filter(Boolean).join(' → ')
  const words = [
    end,
    status ? message(language, `status.${status}`) : '',
    precision?.schematic ? message(language, 'network.schematic') : '',
  ]
  const below = words.filter(Boolean).join(' · ')
  return below ? `${language === 'en' ? nameEn : name}\n${below}` : name
}

function coursesOf(geometry: Geometry | null): Position[][] {
  if (geometry?.type === 'LineString') return [geometry.coordinates]
  return geometry?.type === 'MultiLineString' ? geometry.coordinates : []
}

/** Side of the image in pixels; its edge stays as it is while its middle is stretched. */
const side = 12

function addPlateImage(map: EngineMap, palette: State['session']['palette']) {
  const name = plateImage(palette)
  if (map.hasImage(name)) return
  const { page, accent } = palettes[palette]
  const data = new Uint8ClampedArray(side * side * 4)
  for (let at = 0; at < side * side; at++) {
    const [column, row] = [at % side, Math.floor(at / side)]
    const isEdge = Math.min(column, row, side - 1 - column, side - 1 - row) < 2
    data.set([...rgb(isEdge ? accent : page.paper), 255], at * 4)
  }
  map.addImage(
    name,
    { width: side, height: side, data },
    { pixelRatio: 2, stretchX: [[3, 9]], stretchY: [[3, 9]], content: [3, 3, 9, 9] },
  )
}

const rgb = (color: string) => [1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16))
