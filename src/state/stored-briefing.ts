/** Reads and writes the stored form of a briefing, whose views are links. */
import { themeIds } from '../../data/schema-ids'
import { type Briefing, citedItemOf, citedText, type ScenePoint, type StoredBriefing } from '../model/briefing/briefing'
import { defaultView } from '../model/view'
import { decodeValue, encodeView } from './link'

/** Returns the stored form of a briefing. Throws if a view holds something a link cannot. */
export function storedBriefing({ scenes, ...briefing }: Briefing): StoredBriefing {
  return {
    ...briefing,
    scenes: scenes.map(({ view, points, holdSeconds, ...scene }) => ({
      ...scene,
      view: encodeView({ ...view, scene: undefined, ownBriefing: undefined }, briefing.release),
      points: points.map((point) => (point.kind === 'words' ? { text: point.text } : { cite: citedText(point.item) })),
      ...(holdSeconds === undefined ? {} : { hold: holdSeconds }),
    })),
  }
}

/**
 * Returns a briefing from its stored form. Never throws: what of a view cannot be read is left at its default, and a
 * citation that names nothing is left out.
 */
export function readBriefing({ scenes, ...briefing }: StoredBriefing): Briefing {
  return {
    ...briefing,
    scenes: scenes.map(({ view, points, hold, ...scene }) => ({
      ...scene,
      view: { ...defaultView(themeIds), ...decodeValue(view).view, scene: undefined, ownBriefing: undefined },
      points: points.flatMap(readPoint),
      ...(hold === undefined ? {} : { holdSeconds: hold }),
    })),
  }
}

function readPoint(point: { text: string } | { cite: string }): ScenePoint[] {
  if ('text' in point) return [{ kind: 'words', text: point.text }]
  const item = citedItemOf(point.cite)
  return item ? [{ kind: 'cited', item }] : []
}
