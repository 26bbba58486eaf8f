/** What is wrong with a boundary file, in a sentence for whoever swapped it in. Pure. */
import type { Adjacency } from '../../geo/boundaries/adjacency'
import { type AdjacencyFault, adjacencyFaults } from '../../geo/boundaries/adjacency-check'
import type { BoundaryResult } from '../../geo/boundaries/boundaries'
import { type BoundaryProblem, checkBoundaries } from '../../geo/boundaries/checks'
import type { Region } from '../schema-region'
import type { Located, Problem } from './parse'

/** Every fault of the districts read from `file`, and every pair of a river's course that shares no border in it. */
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
