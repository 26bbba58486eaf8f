/** Letters of the map's fonts drawn before they are asked for: the engine draws each on the page's own thread. */
import type { EngineMap } from './engine'
import { drawGlyphs } from './engine-internals'
import { boldFont, regularFont } from './style/parts'

/**
 * Draws letters in both fonts of the map at once, for the time when the engine waits for its worker, which would else
 * wait for them. The first letter of a font takes as long as fifty others.
 */
export function preloadGlyphs(map: EngineMap, letters: string): void {
  for (const font of [boldFont, regularFont]) drawGlyphs(map, font, different(letters))
}

/**
 * Draws the letters of names to come a few at a time while nothing else is to be done, so that no move waits for them;
 * after those that are to be seen now, which the engine asks for itself.
 */
export function preloadGlyphsWhenIdle(map: EngineMap, letters: string): () => void {
  const rest = different(letters)
  let handle: number | undefined
  let ended = false
  const drawSome = async (deadline: IdleDeadline) => {
    // The engine draws a letter when it is waited for, not when it is asked for.
    while (rest.length > 0 && deadline.timeRemaining() > glyphMilliseconds)
      await drawGlyphs(map, regularFont, rest.splice(-1))
    if (rest.length > 0 && !ended) handle = requestIdleCallback(drawSome)
  }
  const begin = () => {
    // Safari has no idle callbacks; there letters are drawn when they are needed.
    if (typeof requestIdleCallback === 'function') handle = requestIdleCallback(drawSome)
  }
  map.once('idle', begin)
  return () => {
    ended = true
    map.off('idle', begin)
    if (handle !== undefined) cancelIdleCallback(handle)
  }
}

/** More than one takes where the processor is slow. */
const glyphMilliseconds = 5
const different = (letters: string) => [...new Set(letters.replace(/\s/g, ''))]
