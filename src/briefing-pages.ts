/** What the build asks of the application to publish briefings: views read, points told, still pictures drawn. */
import type { PageRegion } from '../data/schema-region'
import type { Size } from '../geo/screen/camera'
import { recordBounds } from './map/camera-fit'
import { stillPicture } from './map/first-paint/still-picture'
import type { AnalysisState } from './model/analysis/analysis'
import { worldOf } from './model/analysis/analysis'
import { answerAtOnce } from './model/analysis/answer'
import { prepareWorld } from './model/analysis/world'
import { embeddedBasemap } from './model/basemaps'
import type { StoredBriefing, StoredScene } from './model/briefing/briefing'
import { type ToldPoint, toldPoints } from './model/briefing/told'
import { ownLayers } from './model/layers'
import { type CoreFiles, type DetailFiles, indexRecord, type RecordFeature, withProjects } from './model/record'
import type { View } from './model/view'
import { decodeValue, encodeView } from './state/link'
import { createPictureStore } from './state/picture-state'
import { resolveItem, resolveView } from './state/resolve'
import { readBriefing } from './state/stored-briefing'

/** The shipped files that briefings are told from, as text, and the static map of the page. */
export interface BriefingMaterial {
  features: string
  core: string
  details: string
  briefings: readonly StoredBriefing[]
  region: PageRegion
  release: string
  staticMap: string
  /** The size of the map in a briefing's preview image, in pixels. */
  previewSize: Size
}

/** A scene with all that its page shows. */
export interface ToldScene {
  no: number
  title: string
  points: ToldPoint[]
  /** An SVG. */
  picture: string
  /** The same at the size of a preview. */
  preview: string
  /** The value of `m` that plays the briefing from this scene. */
  playValue: string
  /** What is wrong with its view, a sentence each. */
  problems: string[]
}

/** Returns the scenes of every briefing by its slug. */
export function tellBriefings(material: BriefingMaterial): ReadonlyMap<string, ToldScene[]> {
  const { release, region } = material
  const { features } = JSON.parse(material.features) as { features: RecordFeature[] }
  const details = JSON.parse(material.details) as DetailFiles
  const core = JSON.parse(material.core) as CoreFiles
  const record = withProjects(indexRecord({ ...core, features, release }, region), details.projects)
  const world = prepareWorld(worldOf(record))
  const shared = {
    boundsOf: recordBounds(record),
    basemap: embeddedBasemap.id,
    layers: ownLayers,
    today: release,
  }
  const answerOf = ({ analysis }: View): AnalysisState => {
    if (!analysis) return { status: 'none' }
    const outcome = answerAtOnce(world, analysis)
    return outcome.ok
      ? { status: 'ready', question: analysis, answer: outcome.value }
      : { status: 'failed', question: analysis, reason: outcome.reason }
  }
  const told = (stored: StoredBriefing): ToldScene[] =>
    readBriefing(stored).scenes.map((scene, index) => {
      const { view, losses } = resolveView(scene.view, record)
      const lost = [...losses, ...resolveItem(view, details).losses]
      const analysis = answerOf(view)
      const answer = analysis.status === 'ready' ? analysis.answer : undefined
      const state = createPictureStore({ view, palette: 'light', language: 'zh-CN', record, details, analysis }, shared)
      return {
        no: scene.no,
        title: scene.title,
        points: toldPoints({ ...scene, view }, { record, details, language: 'zh-CN', answer }),
        picture: stillPicture(material.staticMap, state.getState()),
        preview: stillPicture(material.staticMap, state.getState(), material.previewSize),
        playValue: encodeView({ ...view, scene: { briefing: stored.slug, index: scene.no } }, release),
        problems: [
          ...viewProblems(stored.scenes[index]),
          ...(lost.length > 0 ? [`view 里没有这些编号：${lost.map(({ id }) => id).join('、')}`] : []),
          ...(analysis.status === 'failed' ? [`view 的提问没有答案：${analysis.reason}`] : []),
        ],
      }
    })
  return new Map(material.briefings.map((stored) => [stored.slug, told(stored)]))
}

/** What can be said of a view without the record. */
function viewProblems(stored: StoredScene | undefined): string[] {
  if (!stored) return []
  const { view, integrity, unread } = decodeValue(stored.view)
  if (integrity !== 'ok' || unread.length > 0) return [`view 不完整或读不出：${stored.view}`]
  const citesAnswer = stored.points.some((point) => 'cite' in point && point.cite === 'answer')
  return [
    ...(view.scene || view.ownBriefing ? ['view 里不能又有汇报的一页（s 或 h）'] : []),
    ...(citesAnswer && !view.analysis ? ['cite: answer 要求 view 里有一个提问（a）'] : []),
  ]
}
