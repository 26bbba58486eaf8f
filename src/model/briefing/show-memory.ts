/** What a show keeps over a reload: where it is, since when it runs, and what has been asked. Pure. */
import type { View } from '../view'

/** A question put to the map in a show, with its answer. */
export interface AskedQuestion {
  /** As it was typed. */
  text: string
  view: View
  /** The page it was asked on, counted from 1. */
  page: number
  /** Sentences; empty while the answer has not come. */
  answer: readonly string[]
  /** Documents with their sections. */
  sources: readonly string[]
}

/** What is kept. */
export interface ShowMemory {
  slug: string
  /** The scene's permanent number. */
  no: number
  /** Milliseconds of the clock when the show was entered. */
  startedAt: number
  notes: boolean
  timer: boolean
  asked: readonly AskedQuestion[]
}

/** Returns what is kept of a show; undefined for a text that is not that of a show. Never throws. */
export function readMemory(text: string | null | undefined): ShowMemory | undefined {
  if (!text) return undefined
  try {
    const read: unknown = JSON.parse(text)
    return isMemory(read) ? read : undefined
  } catch {
    return undefined
  }
}

function isMemory(read: unknown): read is ShowMemory {
  if (typeof read !== 'object' || read === null) return false
  const { slug, no, startedAt, notes, timer, asked } = read as { [field: string]: unknown }
  return (
    typeof slug === 'string' &&
    Number.isInteger(no) &&
    Number.isFinite(startedAt) &&
    typeof notes === 'boolean' &&
    typeof timer === 'boolean' &&
    Array.isArray(asked) &&
    asked.every((each) => typeof each?.text === 'string' && Array.isArray(each.answer) && Array.isArray(each.sources))
  )
}

/** Returns a span as `m:ss`, from an hour on as `h:mm:ss`; never below 0. */
export function elapsedText(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  const two = (value: number) => String(value).padStart(2, '0')
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}
