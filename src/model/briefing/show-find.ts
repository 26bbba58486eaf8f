/** Finds pages of a show by name or number. Pure. */
import type { Scene } from './briefing'

/** Returns the places of the scenes a text names: the page of a number, else titles that hold it, then what is said. */
export function findScenes(scenes: readonly Scene[], text: string): number[] {
  const sought = folded(text)
  if (sought === '') return scenes.map((_, place) => place)
  const page = /^\d{1,3}$/.test(sought) ? Number(sought) - 1 : -1
  const places = scenes.map((_, place) => place)
  const titled = places.filter((place) => folded(scenes[place]?.title ?? '').includes(sought))
  const said = places.filter((place) => folded(wordsOf(scenes[place])).includes(sought))
  return [...new Set([...(scenes[page] ? [page] : []), ...titled, ...said])]
}

const folded = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s“”"'·]/g, '')

const wordsOf = (scene: Scene | undefined) =>
  scene?.points.map((point) => (point.kind === 'words' ? point.text : '')).join(' ') ?? ''
