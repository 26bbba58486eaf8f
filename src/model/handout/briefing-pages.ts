/** A briefing as pages: one a scene. Pure. */
import type { Briefing, CitedItem, Scene } from '../briefing/briefing'
import { currentItem } from '../briefing/current-item'
import { type ToldPoint, toldPoints } from '../briefing/told'
import { type Citations, citedByRow, type HandoutContext } from './context'
import type { HandoutPage, HandoutPoint } from './handout'
import { indicatorLine, projectTable } from './tables'

/** From this many cited projects on, a table says more than points. */
const leastTableRows = 3

/** Returns the pages of a briefing. */
export const briefingPages = (briefing: Briefing, context: HandoutContext, citations: Citations): HandoutPage[] =>
  briefing.scenes.map((scene) => scenePage(briefing, scene, context, citations))

function scenePage(briefing: Briefing, scene: Scene, context: HandoutContext, citations: Citations): HandoutPage {
  const { record, details, language } = context
  const answer = scene.view.analysis && context.answerTo(scene.view.analysis)
  const told = toldPoints(scene, { record, details, language, answer })
  const cited = scene.points.flatMap((point) => (point.kind === 'cited' ? (currentItem(point.item, record) ?? []) : []))
  const projects = details.projects.filter(({ id }) => cites(cited, 'project', id))
  const indicators = details.indicators.filter(({ no }) => cites(cited, 'indicator', String(no)))
  return {
    id: `scene:${scene.no}`,
    title: scene.title,
    points: told.map((point) => handoutPoint(point, citations)),
    tables:
      projects.length >= leastTableRows
        ? [{ ...projectTable(projects, context, 'short'), sources: citedByRow(projects, context, citations) }]
        : [],
    charts: indicators.flatMap((indicator) => indicatorLine(indicator, context) ?? []),
    view: scene.view,
    ...(scene.notes ? { notes: scene.notes } : {}),
    link: context.addressOf({ ...scene.view, scene: { briefing: briefing.slug, index: scene.no } }),
  }
}

const cites = (cited: readonly CitedItem[], kind: CitedItem['kind'], id: string) =>
  cited.some((item) => item.kind === kind && 'id' in item && item.id === id)

/** Returns a told point as a line with what stands under it. */
export function handoutPoint(
  { label, text, statusText, years, figures, offices, sources }: ToldPoint,
  citations: Citations,
): HandoutPoint {
  const numbers = figures.map(({ what, value, year }) => `${what}${year === undefined ? '' : `（${year}）`} ${value}`)
  const detail = [statusText, years, ...numbers, offices].filter(Boolean).join(' · ')
  return {
    text: label ? `${label}　${text}` : text,
    ...(detail ? { detail } : {}),
    sources: sources.map(({ full }) => citations.at(full)),
  }
}
