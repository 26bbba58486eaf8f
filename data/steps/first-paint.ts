/**
 * The static map: districts, rivers and names as one small SVG, made from the same geometry as the map, in the units
 * of `geo/screen/static-map-units.ts`. Pure.
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
import { type StaticMapUnits, staticMapUnits } from '../../geo/screen/static-map-units'
import { escaped } from '../escape'
import type { Region } from '../schema-region'
import type { ShippedFeature } from './resolve'

/** About 100 m: below what the source knows, and invisible until the engine has taken over. */
const toleranceDegrees = 0.0012
const aroundToleranceDegrees = 0.005
/** What the static map is made from. */
export interface FirstPaintInput {
  topology: DistrictTopology
  rivers: RiverResult
  features: readonly ShippedFeature[]
  region: Region
  /** The value of `m` that selects a district. */
  linkFor: (district: string) => string
}

/** Returns the `<svg>` as text. Texts of the record are escaped; colours come from the page's style sheet. */
export function firstPaintSvg({ topology, rivers, features, region, linkFor }: FirstPaintInput): string {
  const units = staticMapUnits(region.middle)
  const central = region.centralDistricts.map(({ code }) => code)
  const simplified = simplifyDistricts(topology, toleranceDegrees)
  const districts = toDistricts(simplified).features
  const coarse = simplifyDistricts(topology, aroundToleranceDegrees)
  const around = bordersWhere(coarse, (codes) => codes.every((code) => !central.includes(code)))
  const borders = bordersWhere(simplified, (codes) => codes.some((code) => central.includes(code)))
  const nameOf = (code: string) => features.find(({ id }) => id === code)?.properties.name ?? code
  const links = districts
    .filter(({ properties }) => central.includes(properties.adcode))
    .map((district) => districtLink(district, nameOf(district.properties.adcode), linkFor, units))
  const labels = features
    .filter(({ id }) => central.includes(id))
    .map((district) => label(district, shortName(district.properties.name), units))
  return [
    `<svg id="static-map" xmlns="http://www.w3.org/2000/svg" viewBox="${homeBox(region, units)}" preserveAspectRatio="xMidYMid slice" role="group" aria-label="中心城区${inChinese(central.length)}区">`,
    `<path class="static-map-around" d="${around
      .filter((line) => isNear(line, region.nearBounds))
      .map((line) => linePath(line, units))
      .join('')}"/>`,
    `<g class="static-map-districts">${links.join('')}</g>`,
    `<path class="static-map-water" d="${rivers.areas.features
      .map(({ geometry }) =>
        ringsPath(
          geometry.coordinates.map((ring) => simplifyLine(ring, 0.0003)),
          units,
        ),
      )
      .join('')}"/>`,
    `<path class="static-map-border" d="${borders.map((line) => linePath(line, units)).join('')}"/>`,
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

/** What is seen before any script has run: the first view and a rim. */
function homeBox({ homeBounds: [west, south, east, north] }: Region, units: StaticMapUnits): string {
  const [left, top] = [units.x(west), units.y(north)]
  const [width, height] = [units.x(east) - left, units.y(south) - top]
  const rim = 0.05 * Math.max(width, height)
  return [left - rim, top - rim, width + 2 * rim, height + 2 * rim].map(Math.round).join(' ')
}

const numerals = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
const inChinese = (count: number) => numerals[count] ?? String(count)

const isNear = (line: readonly Position[], [west, south, east, north]: Region['nearBounds']) =>
  line.some(
    ([longitude = 0, latitude = 0]) => longitude > west && longitude < east && latitude > south && latitude < north,
  )

function districtLink(
  district: DistrictFeature,
  name: string,
  linkFor: (district: string) => string,
  units: StaticMapUnits,
): string {
  const code = district.properties.adcode
  const box = bounds(district.geometry).map((degrees) => degrees.toFixed(4))
  const href = `?m=${linkFor(code)}`
  return `<a href="${href}" data-district="${code}" data-bounds="${box.join(' ')}" aria-label="${escaped(name)}"><path d="${polygonPath(district, units)}"/></a>`
}

function label(district: ShippedFeature, text: string, units: StaticMapUnits): string {
  if (!district.geometry) throw new Error(`the district ${district.id} has no geometry`)
  const [longitude, latitude] = labelPoint(district.geometry)
  return `<text x="${units.x(longitude).toFixed(1)}" y="${units.y(latitude).toFixed(1)}">${escaped(text)}</text>`
}

const shortName = (name: string) => name.replace(/区$/, '')
const polygonPath = ({ geometry }: DistrictFeature, units: StaticMapUnits) =>
  polygonsOf(geometry)
    .map((rings) => ringsPath(rings, units))
    .join('')
const ringsPath = (rings: Position[][], units: StaticMapUnits) =>
  rings.map((ring) => `${linePath(ring.slice(0, -1), units)}z`).join('')

/** Whole units relative to the point before: a unit is about 35 m here. */
function linePath(line: readonly Position[], units: StaticMapUnits): string {
  let [x, y] = [0, 0]
  const steps = line.map(([longitude = 0, latitude = 0], index) => {
    const nextX = Math.round(units.x(longitude))
    const nextY = Math.round(units.y(latitude))
    const step = index === 0 ? `M${nextX} ${nextY}` : `l${nextX - x} ${nextY - y}`
    ;[x, y] = [nextX, nextY]
    return step
  })
  return steps
    .filter((step) => step !== 'l0 0')
    .join('')
    .replaceAll(' -', '-')
}
