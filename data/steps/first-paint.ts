/**
 * The first thing the page shows: districts, rivers and names as one small SVG, drawn from the same geometry as
 * the map. Units are `staticMapUnit` of the world's width, from `staticMapOrigin`, so that a viewBox needs no more
 * digits than a float holds. Pure.
 */
import type { Position } from 'geojson'
import { mesh } from 'topojson-client'
import { bounds } from '../../geo/base/measure'
import { polygonsOf } from '../../geo/base/position'
import { simplifyLine } from '../../geo/base/simplify-line'
import { simplifyDistricts } from '../../geo/boundaries/simplify'
import { type DistrictFeature, type DistrictTopology, toDistricts } from '../../geo/boundaries/topology'
import { labelPoint } from '../../geo/labels/label-point'
import type { RiverResult } from '../../geo/rivers/rivers'
import { staticMapX, staticMapY } from '../../geo/screen/static-map-units'
import { escaped } from '../escape'
import type { ShippedFeature } from './resolve'

/** About 100 m: below what the source knows, and invisible until the engine has taken over. */
const toleranceDegrees = 0.0012
const aroundToleranceDegrees = 0.005
/** Borders farther off are left to the engine: west, south, east, north. */
const nearby = [105.6, 28.7, 107.7, 30.6] as const

export interface FirstPaintInput {
  topology: DistrictTopology
  rivers: RiverResult
  features: readonly ShippedFeature[]
  /** Codes of the nine central districts. */
  central: readonly string[]
  /** The value of `m` that selects a district. */
  linkFor: (district: string) => string
}

/** The `<svg>` as text. PlanRecord text is escaped; colours come from the page's style sheet. */
export function firstPaintSvg({ topology, rivers, features, central, linkFor }: FirstPaintInput): string {
  const simplified = simplifyDistricts(topology, toleranceDegrees)
  const districts = toDistricts(simplified).features
  const coarse = simplifyDistricts(topology, aroundToleranceDegrees)
  const around = bordersWhere(coarse, (codes) => codes.every((code) => !central.includes(code)))
  const borders = bordersWhere(simplified, (codes) => codes.some((code) => central.includes(code)))
  const nameOf = (code: string) => features.find(({ id }) => id === code)?.properties.name ?? code
  const links = districts
    .filter(({ properties }) => central.includes(properties.adcode))
    .map((district) => districtLink(district, nameOf(district.properties.adcode), linkFor))
  const labels = features
    .filter(({ id }) => central.includes(id))
    .map((district) => label(district, shortName(district.properties.name)))
  return [
    '<svg id="static-map" xmlns="http://www.w3.org/2000/svg" viewBox="-1150 -1750 2600 3300" preserveAspectRatio="xMidYMid slice" role="group" aria-label="中心城区九区">',
    `<path class="static-map-around" d="${around.filter(isNear).map(linePath).join('')}"/>`,
    `<g class="static-map-districts">${links.join('')}</g>`,
    `<path class="static-map-water" d="${rivers.areas.features.map(({ geometry }) => ringsPath(geometry.coordinates.map((ring) => simplifyLine(ring, 0.0003)))).join('')}"/>`,
    `<path class="static-map-border" d="${borders.map(linePath).join('')}"/>`,
    `<g class="static-map-names" font-size="48" aria-hidden="true">${labels.join('')}</g>`,
    '</svg>',
  ].join('')
}

/** The lines of all borders whose districts (one at the outer edge, else two) pass `wanted`. */
function bordersWhere(topology: DistrictTopology, wanted: (codes: string[]) => boolean): Position[][] {
  return mesh(topology as never, topology.objects.districts as never, (a, b) =>
    wanted([a, b].map((shape) => (shape as unknown as DistrictFeature).properties.adcode)),
  ).coordinates
}

const isNear = (line: readonly Position[]) =>
  line.some(
    ([longitude = 0, latitude = 0]) =>
      longitude > nearby[0] && longitude < nearby[2] && latitude > nearby[1] && latitude < nearby[3],
  )

function districtLink(district: DistrictFeature, name: string, linkFor: (district: string) => string): string {
  const code = district.properties.adcode
  const box = bounds(district.geometry).map((degrees) => degrees.toFixed(4))
  const href = `?m=${linkFor(code)}`
  return `<a href="${href}" data-district="${code}" data-bounds="${box.join(' ')}" aria-label="${escaped(name)}"><path d="${polygonPath(district)}"/></a>`
}

function label(district: ShippedFeature, text: string): string {
  if (!district.geometry) throw new Error(`the district ${district.id} has no geometry`)
  const [longitude, latitude] = labelPoint(district.geometry)
  return `<text x="${staticMapX(longitude).toFixed(1)}" y="${staticMapY(latitude).toFixed(1)}">${escaped(text)}</text>`
}

const shortName = (name: string) => name.replace(/区$/, '')
const polygonPath = ({ geometry }: DistrictFeature) => polygonsOf(geometry).map(ringsPath).join('')
const ringsPath = (rings: Position[][]) => rings.map((ring) => `${linePath(ring.slice(0, -1))}z`).join('')

/** Whole units relative to the point before: a unit is about 35 m here. */
function linePath(line: readonly Position[]): string {
  let [x, y] = [0, 0]
  const steps = line.map(([longitude = 0, latitude = 0], index) => {
    const nextX = Math.round(staticMapX(longitude))
    const nextY = Math.round(staticMapY(latitude))
    const step = index === 0 ? `M${nextX} ${nextY}` : `l${nextX - x} ${nextY - y}`
    ;[x, y] = [nextX, nextY]
    return step
  })
  return steps
    .filter((step) => step !== 'l0 0')
    .join('')
    .replaceAll(' -', '-')
}
