/** The status, years, vagueness and consistency of plans as tables of a report. Pure. */
import type { AuthoredPlan } from '../schema'
import { type ConsistencyCheck, consistencyChecks, type Status, statuses, unspecificReasons } from '../schema-ids'
import { inconsistencies } from './consistency'
import { type Row, table } from './markdown-table'
import type { AuthoredRecord } from './read'

const statusNames = {
  built: '已完成 built',
  underway: '推进中 underway',
  planned: '规划 planned',
  target: '目标 target',
  state: '现状 state',
} as const satisfies { [status in Status]: string }

const checkNames = {
  years: '写到的年份不在 from–to 内 years',
  words: '用词与状态不合 words',
  standing: '状态与文件年份不合 standing',
  bare: '没有地点、数字、年份，也没有缘由 bare',
  unspecific: '有地点、数字或年份，却写了缘由 unspecific',
  subject: '没有写出要素的名称 subject',
  doubled: '一份文件写了两遍 doubled',
} as const satisfies { [check in ConsistencyCheck]: string }

/** Returns the tables as Markdown. */
export function qualityTables(record: AuthoredRecord): string[] {
  return [byStatus(record), byReason(record), byCheck(record)]
}

const isDated = ({ from, to }: AuthoredPlan) => from !== undefined || to !== undefined

function byStatus({ plans }: AuthoredRecord): string {
  const row = (name: string, chosen: readonly AuthoredPlan[]): Row => ({
    name,
    cells: [chosen.length, chosen.filter(isDated).length, chosen.filter(({ figures }) => figures.length > 0).length],
  })
  const rows = plans.map((located) => located.row)
  return table(
    ['状态 status', '行 rows', '有年份 dated', '有数字 with figures'],
    [
      ...statuses.map((status) =>
        row(
          statusNames[status],
          rows.filter((plan) => plan.status === status),
        ),
      ),
      row('合计 total', rows),
    ],
  )
}

function byReason({ plans }: AuthoredRecord): string {
  const count = (reason: AuthoredPlan['unspecific']) => plans.filter(({ row }) => row.unspecific === reason).length
  return table(
    ['没有地点、数字、年份的缘由 unspecific', '行 rows'],
    unspecificReasons.map((reason) => ({ name: reason, cells: [count(reason)] })),
  )
}

function byCheck(record: AuthoredRecord): string {
  const { findings, excepted } = inconsistencies(record)
  return table(
    ['一致性 consistency', '不合 findings', '另有例外 excepted'],
    consistencyChecks.map((check) => ({
      name: checkNames[check],
      cells: [findings, excepted].map((found) => found.filter((each) => each.check === check).length),
    })),
  )
}
