/** What to look at in a briefing before the talk. Pure; the day and the sizes are parameters. */
import type { Size } from '../../../geo/screen/camera'
import { conflictsOf, isAboutNames } from '../detail'
import { mapPadding, openPanels } from '../layout'
import { deadlineOf } from '../plans/deadline'
import type { DetailFiles, PlanRecord } from '../record'
import type { CitedItem, Scene } from './briefing'
import { type ChangedCitation, changedCitations } from './changes'
import { currentItem } from './current-item'
import type { OwnBriefing } from './own-briefings'
import { nearer } from './show-camera'

/** What can be found, the weightiest first. */
export const checkSorts = ['changed', 'contradicted', 'past', 'unplaced', 'unsourced', 'frame'] as const
/** One of `checkSorts`. */
export type CheckSort = (typeof checkSorts)[number]

/** Something to look at in a scene. */
export interface Finding {
  no: number
  sort: CheckSort
  /** The cited item or the feature it is about, in words; empty where it is the whole scene. */
  about: string
  /** By how much smaller it is drawn, in per cent. */
  percent?: number
  changed?: ChangedCitation
}

/** What a briefing is checked against. */
export interface CheckContext {
  record: PlanRecord
  details: DetailFiles | undefined
  releases: Parameters<typeof changedCitations>[3]
  /** `YYYY-MM-DD`. */
  today: string
  /** The window the scenes were taken in where the briefing does not say, CSS pixels. */
  here: Size
}

const leastSmaller = 0.15

/** Returns what to look at, scene by scene in their order. */
export function checkBriefing(own: OwnBriefing, context: CheckContext): Finding[] {
  const changed = changedCitations(own, context.record, context.details, context.releases)
  return own.briefing.scenes.flatMap((scene) => [
    ...changed
      .filter(({ no }) => no === scene.no)
      .map(
        (each): Finding => ({
          no: scene.no,
          sort: 'changed',
          about: each.was?.text ?? each.is?.text ?? '',
          changed: each,
        }),
      ),
    ...scene.points.flatMap((point) => (point.kind === 'cited' ? itemFindings(scene.no, point.item, context) : [])),
    ...unplaced(scene, context),
    ...unsourced(scene),
    ...drawnSmaller(scene, own.briefing.screen ?? context.here),
  ])
}

function itemFindings(no: number, cited: CitedItem, context: CheckContext): Finding[] {
  const item = currentItem(cited, context.record)
  if (!item || item.kind === 'answer') return []
  const found: Finding[] = []
  const row = rowOf(item, context)
  if (!row) return []
  const add = (sort: CheckSort) => found.push({ no, sort, about: row.text })
  if (isContradicted(item, context)) add('contradicted')
  if (row.past) add('past')
  if (row.features.length > 0 && row.features.every((id) => !hasPlace(context.record, id))) add('unplaced')
  if (row.sources === 0) add('unsourced')
  return found
}

type Row = { text: string; past: boolean; features: readonly string[]; sources: number }

function rowOf(item: Exclude<CitedItem, { kind: 'answer' }>, context: CheckContext): Row | undefined {
  const { record, details, today } = context
  if (item.kind === 'plan') {
    const plan = record.planById.get(item.id)
    return plan && { ...plan, past: deadlineOf(plan, today) === 'past', sources: plan.sources.length }
  }
  const year = Number(today.slice(0, 4))
  if (item.kind === 'project') {
    const project = details?.projects.find(({ id }) => id === item.id)
    const end = Math.max(0, ...(project?.spans ?? []).map(({ to }) => to))
    return project && { ...project, text: project.name, past: end > 0 && end < year, sources: project.sources.length }
  }
  const indicator = details?.indicators.find(({ no }) => String(no) === item.id)
  const last = Math.max(0, ...Object.keys(indicator?.targets ?? {}).map(Number))
  return (
    indicator && {
      text: indicator.name,
      past: last > 0 && last < year,
      features: [],
      sources: indicator.sources.length,
    }
  )
}

function isContradicted(item: Exclude<CitedItem, { kind: 'answer' }>, { record, details }: CheckContext): boolean {
  if (item.kind === 'plan' && record.planById.get(item.id)?.conflict !== undefined && !details) return true
  if (!details) return false
  const subject =
    item.kind === 'plan'
      ? { plan: item.id }
      : item.kind === 'project'
        ? { project: item.id }
        : { indicator: Number(item.id) }
  return conflictsOf(details, subject).some((conflict) => !isAboutNames(conflict))
}

/** A whole without a place of its own lies where its members do; a board by its direction. */
function hasPlace(record: PlanRecord, id: string): boolean {
  const feature = record.featureById.get(id)
  if (!feature) return false
  return feature.geometry !== null || record.extentById.has(id) || (feature.properties.members ?? []).length > 0
}

function unplaced({ no, view }: Scene, { record }: CheckContext): Finding[] {
  const ids = view.feature ? [view.feature] : []
  return ids
    .filter((id) => record.featureById.has(id) && !hasPlace(record, id))
    .map((id) => ({ no, sort: 'unplaced', about: record.featureById.get(id)?.properties.name ?? id }))
}

/** Own words stand on what is cited beside them. */
function unsourced({ no, points }: Scene): Finding[] {
  const words = points.find((point) => point.kind === 'words' && point.text.trim() !== '')
  if (words?.kind !== 'words' || points.some(({ kind }) => kind === 'cited')) return []
  return [{ no, sort: 'unsourced', about: words.text }]
}

/** The same ground on a smaller screen: names that had room may have none. A selection is fitted to any screen. */
function drawnSmaller({ no, view }: Scene, made: Size): Finding[] {
  if (!view.camera) return []
  const { top, right, bottom, left } = mapPadding(made, openPanels(view))
  const free = { width: Math.max(1, made.width - left - right), height: Math.max(1, made.height - top - bottom) }
  const smaller = 1 - 2 ** -nearer(free)
  return smaller < leastSmaller ? [] : [{ no, sort: 'frame', about: '', percent: Math.round(smaller * 100) }]
}
