/** The problems of a boundary file, as sentences for the person who provided it. Pure. */
import type { Adjacency } from '../../geo/boundaries/adjacency'
import { type AdjacencyFault, adjacencyFaults } from '../../geo/boundaries/adjacency-check'
import type { BoundaryResult } from '../../geo/boundaries/boundaries'
import { type BoundaryProblem, checkBoundaries } from '../../geo/boundaries/checks'
import type { DatumEvidence, Shift } from '../../geo/boundaries/datum-evidence'
import type { BoundaryFileFault } from '../../geo/boundaries/source-faults'
import type { RiverError, RiverFault } from '../../geo/rivers/course'
import type { Region } from '../schema-region'
import type { Located, Problem } from './parse'

/** Returns why a boundary file cannot be read, and what to do. */
export function fileFaultSentence(fault: BoundaryFileFault): string {
  switch (fault.fault) {
    case 'no-features':
      return `不是 GeoJSON 要素集（FeatureCollection），而是 ${fault.type}：请另存为 GeoJSON`
    case 'no-districts':
      return `没有一个区县代码合 region.yaml 的 districtCodes；文件里是 ${fault.codes.slice(0, 5).join('、')} …`
    case 'nameless':
      return `第 ${fault.index + 1} 个要素没有认得的代码或名称（属性有 ${fault.keys.join('、') || '无'}）：请加上 adcode（六位区县代码）和 name`
    case 'no-area':
      return `${fault.name}（${fault.adcode}）不是面，而是 ${fault.type}：应为 Polygon 或 MultiPolygon`
    case 'empty':
      return `${fault.name}（${fault.adcode}）没有坐标`
    case 'not-a-position':
      return `${fault.name}（${fault.adcode}）的坐标 ${JSON.stringify(fault.position)} 不是两个数`
    case 'projected':
      return `${fault.name}（${fault.adcode}）的坐标 [${fault.position.slice(0, 2).join(', ')}] 不是经纬度，像是投影坐标（米）：请在 GIS 软件里转为 WGS 84 经纬度（EPSG:4326）再存`
    case 'swapped':
      return `${fault.name}（${fault.adcode}）的坐标 [${fault.position.slice(0, 2).join(', ')}] 经纬度写反了：应先经度后纬度`
  }
}

/** Returns which datum a file seems to be in, how that is known, and what to do. */
export function datumSentence({ verdict, districts, found, expected }: DatumEvidence): string {
  const known = `与本图 WGS 84 的边界相比，${districts} 个区县整体${shiftWords(found)}`
  if (!expected) return `${known}，不像任何已知的坐标系：请核对它的坐标系，转为 WGS 84 经纬度`
  if (verdict === 'undone')
    return `似乎多转了一次：${known}，正好是 GCJ-02 偏移的反向（${shiftWords(expected)}）。它可能本来就是 WGS 84，请用未转换的原文件`
  const name = verdict === 'GCJ02' ? 'GCJ-02' : 'BD-09'
  return `似为 ${name}（${verdict === 'GCJ02' ? '高德、腾讯等' : '百度'}的坐标），不是 WGS 84：${known}，而 ${name} 在这里恰应${shiftWords(expected)}。请先转为 WGS 84，或写明 YULAN_BOUNDARIES_DATUM=${verdict.toLowerCase()}，由构建代为转换`
}

const shiftWords = ({ east, north }: Shift) =>
  `偏${east < 0 ? '西' : '东'} ${Math.abs(Math.round(east))} 米、偏${north < 0 ? '南' : '北'} ${Math.abs(Math.round(north))} 米`

/**
 * Returns every problem of the districts read from `file`, and every pair of a river's course that shares no border
 * in it.
 */
export function boundaryProblems(
  region: Located<Region>,
  boundaries: BoundaryResult,
  adjacency: readonly Adjacency[],
  file: string,
): Problem[] {
  const expected = { ...region.row.boundaries.checks, districts: region.row.centralDistricts }
  const found = checkBoundaries(boundaries, expected)
  return [
    ...found.map((problem) => ({ file, line: 1, message: sentence(problem) })),
    ...adjacencyFaults(boundaries.districts, adjacency).map((fault) => ({ file, line: 1, message: lengths(fault) })),
    ...brokenCourses(region, adjacency),
  ]
}

function sentence(problem: BoundaryProblem): string {
  switch (problem.check) {
    case 'overlap': {
      const [first, second] = problem.names
      const what = first === second ? `${first}的边界自相交` : `${first}与${second}重叠`
      return `${what}，在 ${problem.near.join('，')} 附近`
    }
    case 'gap':
      return `区县之间有 ${problem.km2.toFixed(4)} 平方公里的缝隙，在 ${problem.near.join('，')} 附近`
    case 'missing':
      return `没有${problem.name}（${problem.code}）：文件要含全部中心城区`
    case 'neighbours':
      return `${problem.name}（${problem.code}）与 ${problem.found.length} 个区县相邻，应为 ${problem.expected} 个：${problem.found.join('、')}`
    case 'total':
      return `中心城区合计 ${problem.km2.toFixed(2)} 平方公里，与公布的 ${problem.expectedKm2} 相差超过 ${percent(problem.tolerance)}`
    case 'area':
      return `${problem.name}（${problem.code}）${problem.km2.toFixed(2)} 平方公里，与公布的 ${problem.expectedKm2} 相差超过 ${percent(problem.tolerance)}`
  }
}

const lengths = ({ names: [first, second], sharedKm, turfKm }: AdjacencyFault) =>
  `${first}与${second}的共界由拓扑算得 ${sharedKm} 公里，由两区边界比得 ${turfKm} 公里`

const percent = (share: number) => `${Number((share * 100).toFixed(3))} %`

/** A river that cannot be drawn, as a problem of its entry in `region.yaml`. */
export function riverProblem(region: Located<Region>, { id, fault }: RiverError): Problem {
  const index = region.row.rivers.findIndex((river) => river.id === id)
  const name = region.row.rivers[index]?.name ?? id
  return {
    file: region.file,
    line: region.lineOf(['rivers', index]),
    message: `${name}画不出：${riverSentence(fault)}`,
  }
}

function riverSentence(fault: RiverFault): string {
  switch (fault.fault) {
    case 'broken':
      return `course 里 ${fault.pair.join('、')} 的边界与下一段不相接`
    case 'far':
      return `enters 离第一段边界 ${fault.km.toFixed(1)} 公里，应在 1 公里以内`
    case 'nowhere':
      return '既没有 course，rivers-reaches.geojson 里也没有它的河段'
  }
}

function brokenCourses(region: Located<Region>, adjacency: readonly Adjacency[]): Problem[] {
  const meet = (one: string, other: string) =>
    adjacency.some(({ a, b }) => (a === one && b === other) || (a === other && b === one))
  return region.row.rivers.flatMap(({ name, course }, river) =>
    course.flatMap(([one, other], pair) =>
      meet(one, other)
        ? []
        : [
            {
              file: region.file,
              line: region.lineOf(['rivers', river, 'course', pair]),
              message: `${name}沿 ${one} 与 ${other} 的边界，而在边界文件里这两个区县不相邻`,
            },
          ],
    ),
  )
}
