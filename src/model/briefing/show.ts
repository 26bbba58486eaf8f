/** A show as it runs: where it is, what covers the scene, what is open. Pure; what the browser has to do is an effect. */
import type { ShowCommand } from './show-keys'

/** What covers the whole show. */
export type Blank = 'black' | 'white'
/** What is open over the scene, one at a time. */
export type ShowPanel = 'overview' | 'find' | 'ask'

/** Where a show stands. */
export interface ShowState {
  /** The page, counted from 0; the one after the last scene is the appendix, where there is one. */
  place: number
  blank?: Blank
  panel?: ShowPanel
  /** Digits typed so far for a page's number, and until when they count, in milliseconds of the clock. */
  digits?: { text: string; until: number }
  /** The question whose answer stands in the place of the scene, counted from 0. */
  question?: number
  notes: boolean
  timer: boolean
}

/** What a command depends on besides the state. */
export interface ShowSurroundings {
  /** How many pages there are, the appendix included. */
  pages: number
  fullScreen: boolean
  /** Milliseconds of the clock. */
  now: number
}

/** What only the browser can do. `no-page` says that no page has the number. */
export type ShowEffect = 'leave' | 'leave-full-screen' | 'full-screen' | 'presenter' | 'no-page'

/** What comes of a command. */
export interface ShowStep {
  state: ShowState
  effect?: ShowEffect
  /** The number that no page has. */
  number?: string
}

const digitsLastMilliseconds = 3000

/** Returns a show at its page `place`. */
export const startShow = (place: number, shown: Partial<Pick<ShowState, 'notes' | 'timer'>> = {}): ShowState => ({
  place,
  notes: shown.notes ?? false,
  timer: shown.timer ?? false,
})

/** Returns what comes of a command; the same state where it changes nothing. */
export function stepShow(state: ShowState, command: ShowCommand, around: ShowSurroundings): ShowStep {
  switch (command.do) {
    case 'next':
      return { state: moved(state, 1, around) }
    case 'previous':
      return { state: moved(state, -1, around) }
    case 'first':
      return { state: at(state, 0) }
    case 'last':
      return { state: at(state, around.pages - 1) }
    case 'go':
      return { state: at(state, Math.max(0, Math.min(around.pages - 1, command.place))) }
    case 'digit':
      return { state: { ...state, digits: withDigit(state, command.digit, around.now) } }
    case 'enter':
      return entered(state, around)
    case 'erase':
      return { state: erased(state, around) }
    case 'black':
    case 'white':
      return { state: { ...state, panel: undefined, blank: state.blank === command.do ? undefined : command.do } }
    case 'overview':
    case 'find':
    case 'ask':
      return { state: { ...scene(state), panel: state.panel === command.do ? undefined : command.do } }
    case 'back':
      return { state: state.question === undefined ? state : { ...state, question: undefined, panel: undefined } }
    case 'notes':
      return { state: { ...state, notes: !state.notes } }
    case 'timer':
      return { state: { ...state, timer: !state.timer } }
    case 'presenter':
      return { state, effect: 'presenter' }
    case 'leave':
      return { state, effect: 'leave' }
    case 'full-screen':
      return around.fullScreen ? { state } : { state, effect: 'full-screen' }
    case 'out':
      return out(state, around)
  }
}

/** The state with nothing over the scene. */
const scene = (state: ShowState): ShowState => ({ ...state, blank: undefined, panel: undefined, digits: undefined })

const at = (state: ShowState, place: number): ShowState => ({ ...scene(state), question: undefined, place })

/** One page on or back. What covers the scene goes first: a clicker has no other key to bring it back. */
function moved(state: ShowState, by: number, { pages }: ShowSurroundings): ShowState {
  if (state.blank) return { ...state, blank: undefined }
  if (state.question !== undefined) return at(state, state.place)
  const place = Math.max(0, Math.min(pages - 1, state.place + by))
  if (place === state.place && !state.panel && !state.digits) return state
  return at(state, place)
}

const live = ({ digits }: ShowState, now: number) => (digits && now < digits.until ? digits.text : '')

const withDigit = (state: ShowState, digit: string, now: number): ShowState['digits'] => ({
  text: `${live(state, now)}${digit}`.slice(-3),
  until: now + digitsLastMilliseconds,
})

/** With digits typed the page they name, else the next one. */
function entered(state: ShowState, around: ShowSurroundings): ShowStep {
  const text = live(state, around.now)
  if (text === '') return { state: moved({ ...state, digits: undefined }, 1, around) }
  const place = Number(text) - 1
  if (place < 0 || place >= around.pages)
    return { state: { ...state, digits: undefined }, effect: 'no-page', number: text }
  return { state: at(state, place) }
}

function erased(state: ShowState, around: ShowSurroundings): ShowState {
  const text = live(state, around.now).slice(0, -1)
  if (text) return { ...state, digits: { text, until: around.now + digitsLastMilliseconds } }
  if (live(state, around.now)) return { ...state, digits: undefined }
  return moved({ ...state, digits: undefined }, -1, around)
}

/** One level out at a time; in full screen that is the first level, and it alone goes. */
function out(state: ShowState, { fullScreen, now }: ShowSurroundings): ShowStep {
  if (fullScreen) return { state, effect: 'leave-full-screen' }
  if (state.panel) return { state: { ...state, panel: undefined } }
  if (live(state, now)) return { state: { ...state, digits: undefined } }
  if (state.blank) return { state: { ...state, blank: undefined } }
  if (state.question !== undefined) return { state: { ...state, question: undefined } }
  return { state, effect: 'leave' }
}
