/** Checks codes, boards and years against `region.yaml`. Pure. */
import type { Region } from '../schema-region'
import type { Located, Problem } from './parse'
import type { AuthoredRecord } from './read'

/**
 * Returns a problem for every value that the region does not have, and for every central district without a feature.
 */
export function strangersToRegion(record: AuthoredRecord, region: Located<Region>): Problem[] {
  return [
    ...strangeDistricts(record, region.row),
    ...missingDistricts(record, region),
    ...strangeBoards(record, region.row),
    ...strangeYears(record, region.row),
  ]
}

const problemAt = (located: Located<unknown>, path: readonly PropertyKey[], message: string): Problem => ({
  file: located.file,
  line: located.lineOf(path),
  message,
})

function strangeDistricts(record: AuthoredRecord, { districtCodes }: Region): Problem[] {
  const pattern = new RegExp(`^(?:${districtCodes})$`)
  const sentence = (code: string) => `区县代码 ${code} 不合 region.yaml 的 districtCodes（${districtCodes}）`
  return record.features.flatMap((located) => {
    const named = located.row.districts.flatMap((code, index) =>
      pattern.test(code) ? [] : [problemAt(located, ['districts', index], sentence(code))],
    )
    const { id, kind } = located.row
    return kind === 'district' && !pattern.test(id) ? [...named, problemAt(located, ['id'], sentence(id))] : named
  })
}

function missingDistricts(record: AuthoredRecord, region: Located<Region>): Problem[] {
  const known = new Set(record.features.filter(({ row }) => row.kind === 'district').map(({ row }) => row.id))
  return region.row.centralDistricts.flatMap(({ code, name }, index) =>
    known.has(code) ? [] : [problemAt(region, ['centralDistricts', index], `${name}（${code}）在 features 里没有条目`)],
  )
}

function strangeBoards(record: AuthoredRecord, { boards }: Region): Problem[] {
  return record.features.flatMap((located) => {
    const { id, subkind, board } = located.row
    if (board !== undefined && !boards.includes(board))
      return [problemAt(located, ['board'], `${id} 的板块 ${board} 不在 region.yaml 的 boards`)]
    if (subkind === 'board' && !boards.includes(id))
      return [problemAt(located, ['id'], `板块 ${id} 不在 region.yaml 的 boards`)]
    return []
  })
}

function strangeYears(record: AuthoredRecord, { years }: Region): Problem[] {
  const known = new Set(years.schedule.map(String))
  const sentence = (year: string) => `年份 ${year} 不在 region.yaml 的 years.schedule`
  const expect = (located: Located<unknown>, field: string, values: object) =>
    Object.keys(values).flatMap((year) => (known.has(year) ? [] : [problemAt(located, [field, year], sentence(year))]))
  return [
    ...record.projects.flatMap((located) => [
      ...expect(located, 'schedule', located.row.schedule),
      ...(located.row.spans ?? []).flatMap(({ from, to }, index) =>
        [from, to].flatMap((year) =>
          known.has(String(year)) ? [] : [problemAt(located, ['spans', index], sentence(String(year)))],
        ),
      ),
    ]),
    ...record.indicators.flatMap((located) => {
      const { baseline, targets } = located.row
      const late =
        baseline.year === years.baseline ? [] : [`基准年 ${baseline.year} 不是 region.yaml 的 years.baseline`]
      return [
        ...late.map((message) => problemAt(located, ['baseline', 'year'], message)),
        ...expect(located, 'targets', targets),
      ]
    }),
  ]
}
