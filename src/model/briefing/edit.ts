/** Edits of a reader's own briefing. Pure: each returns the briefing after it, the same object where nothing changes. */
import type { Size } from '../../../geo/screen/camera'
import type { Briefing, Scene, ScenePoint } from './briefing'
import type { MadeValues } from './made-values'
import type { OwnBriefing } from './own-briefings'

/** What of a briefing is set as a whole. */
export type HeadChange = Partial<Pick<Briefing, 'title' | 'subtitle' | 'date' | 'transition'>>
/** What of a scene is set as a whole. */
export type SceneChange = Partial<Pick<Scene, 'title' | 'notes' | 'view' | 'holdSeconds'>>

/** One edit. Scenes are named by number, places are counted from 0. */
export type Edit =
  | { kind: 'head'; change: HeadChange }
  | { kind: 'scene'; no: number; change: SceneChange }
  | { kind: 'add'; scene: Omit<Scene, 'no'>; made?: MadeValues; screen?: Size }
  | { kind: 'duplicate'; no: number }
  | { kind: 'remove'; no: number }
  | { kind: 'move'; no: number; to: number }
  | { kind: 'addPoint'; no: number; point: ScenePoint; made?: MadeValues }
  | { kind: 'setPoint'; no: number; at: number; text: string }
  | { kind: 'removePoint'; no: number; at: number }
  | { kind: 'movePoint'; no: number; at: number; to: number }
  | { kind: 'renew'; release: string; made: MadeValues }
  | { kind: 'replace'; own: OwnBriefing }

/** Returns the briefing after an edit. No-op if it names a scene or a point that is not there. */
export function applyEdit(own: OwnBriefing, edit: Edit): OwnBriefing {
  const { briefing } = own
  const withScenes = (scenes: readonly Scene[], made?: MadeValues): OwnBriefing => ({
    briefing: { ...briefing, scenes },
    made: made ? { ...made, ...own.made } : own.made,
  })
  switch (edit.kind) {
    case 'head':
      return { ...own, briefing: { ...briefing, ...edit.change } }
    case 'replace':
      return edit.own
    case 'renew':
      return { briefing: { ...briefing, release: edit.release }, made: edit.made }
    case 'add':
      return {
        briefing: {
          ...briefing,
          ...(edit.screen ? { screen: edit.screen } : {}),
          scenes: [...briefing.scenes, { ...edit.scene, no: nextNumber(briefing) }],
        },
        made: { ...edit.made, ...own.made },
      }
    default: {
      const at = briefing.scenes.findIndex(({ no }) => no === edit.no)
      const scene = briefing.scenes[at]
      if (!scene) return own
      const scenes = editedScenes(briefing, at, scene, edit)
      return scenes ? withScenes(scenes, 'made' in edit ? edit.made : undefined) : own
    }
  }
}

type SceneEdit = Exclude<Edit, { kind: 'head' | 'replace' | 'renew' | 'add' }>

function editedScenes(briefing: Briefing, at: number, scene: Scene, edit: SceneEdit): readonly Scene[] | undefined {
  const { scenes } = briefing
  switch (edit.kind) {
    case 'remove':
      return without(scenes, at)
    case 'duplicate':
      return inserted(scenes, at + 1, { ...scene, no: nextNumber(briefing) })
    case 'move':
      return moved(scenes, at, edit.to)
    case 'scene':
      return changed(scenes, at, { ...scene, ...edit.change })
    default: {
      const points = editedPoints(scene.points, edit)
      return points && changed(scenes, at, { ...scene, points })
    }
  }
}

type PointEdit = Extract<Edit, { kind: 'addPoint' | 'setPoint' | 'removePoint' | 'movePoint' }>

function editedPoints(points: readonly ScenePoint[], edit: PointEdit): readonly ScenePoint[] | undefined {
  if (edit.kind === 'addPoint') return [...points, edit.point]
  if (!points[edit.at]) return undefined
  switch (edit.kind) {
    case 'setPoint':
      return changed(points, edit.at, { kind: 'words', text: edit.text })
    case 'removePoint':
      return without(points, edit.at)
    case 'movePoint':
      return moved(points, edit.at, edit.to)
  }
}

function moved<T>(all: readonly T[], at: number, to: number): readonly T[] | undefined {
  const place = Math.max(0, Math.min(all.length - 1, to))
  const one = all[at]
  return one === undefined || place === at ? undefined : inserted(without(all, at), place, one)
}

const without = <T>(all: readonly T[], at: number): readonly T[] => all.filter((_, place) => place !== at)
const inserted = <T>(all: readonly T[], at: number, one: T): readonly T[] => [
  ...all.slice(0, at),
  one,
  ...all.slice(at),
]
const changed = <T>(all: readonly T[], at: number, one: T): readonly T[] =>
  all.map((each, place) => (place === at ? one : each))

const largestNumber = 999

/** Returns the number of a new scene: one more than the largest, or the first that is free. */
export function nextNumber({ scenes }: Pick<Briefing, 'scenes'>): number {
  const taken = new Set(scenes.map(({ no }) => no))
  const next = Math.max(0, ...taken) + 1
  if (next <= largestNumber) return next
  return Array.from({ length: largestNumber }, (_, index) => index + 1).find((no) => !taken.has(no)) ?? next
}
