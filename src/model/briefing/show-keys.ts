/** The keys of a show, those of every clicker among them: a clicker is a keyboard. Pure. */

/** What a key asks of a show. */
export type ShowCommand =
  | { do: 'next' | 'previous' | 'first' | 'last' }
  | { do: 'black' | 'white' | 'overview' | 'find' | 'ask' | 'back' }
  | { do: 'presenter' | 'notes' | 'timer' | 'out' | 'full-screen' }
  /** A digit of a page's number; `enter` goes there. */
  | { do: 'digit'; digit: string }
  | { do: 'enter' }
  /** Takes back a digit, or goes to the previous scene. */
  | { do: 'erase' }
  /** Ends the show, also in full screen. */
  | { do: 'leave' }
  /** Goes to a page, counted from 0. */
  | { do: 'go'; place: number }

/** A key as the browser reports it. */
export interface PressedKey {
  key: string
  /** The key's place on the keyboard: what is left where an input method has taken the key. */
  code?: string
  shiftKey?: boolean
  ctrlKey?: boolean
  altKey?: boolean
  metaKey?: boolean
}

/** What has the focus: keys write into a field and press a button. */
export type FocusedOn = 'field' | 'button' | 'show'

const commands: { readonly [key: string]: Exclude<ShowCommand, { do: 'digit' | 'go' | 'leave' }>['do'] } = {
  PageDown: 'next',
  ArrowRight: 'next',
  ArrowDown: 'next',
  ' ': 'next',
  PageUp: 'previous',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  Enter: 'enter',
  Backspace: 'erase',
  Home: 'first',
  End: 'last',
  b: 'black',
  '.': 'black',
  w: 'white',
  o: 'overview',
  g: 'find',
  s: 'presenter',
  n: 'notes',
  t: 'timer',
  '/': 'ask',
  r: 'back',
  Escape: 'out',
  F5: 'full-screen',
}

/** What a clicker sends and no button needs: it acts wherever the focus is, but in a field. */
const clickerKeys: ReadonlySet<string> = new Set(['PageDown', 'PageUp', 'F5', 'Escape'])
/** In a field these still mean the show: F5 would reload the page, Escape leaves the field. */
const everywhere: ReadonlySet<string> = new Set(['F5', 'Escape'])

/** Returns what a key asks of the show; undefined if it is not the show's. */
export function commandOf(pressed: PressedKey, on: FocusedOn): ShowCommand | undefined {
  if (pressed.ctrlKey || pressed.altKey || pressed.metaKey) return undefined
  const key = keyOf(pressed)
  if (on === 'field' && !everywhere.has(key)) return undefined
  if (on === 'button' && !clickerKeys.has(key)) return undefined
  if (/^[0-9]$/.test(key)) return { do: 'digit', digit: key }
  const command = commands[key]
  if (!command) return undefined
  return { do: pressed.shiftKey && key === ' ' ? 'previous' : command }
}

/** The key in small letters and half width; of one that an input method has taken, what stands on it. */
function keyOf({ key, code = '' }: PressedKey): string {
  if (key === 'Process' || key === 'Unidentified') return keyOfCode(code)
  if (key.length !== 1) return key
  const half = key.normalize('NFKC').toLowerCase()
  return half === '。' ? '.' : half === '、' ? '/' : half
}

const namedCodes: { readonly [code: string]: string } = { Period: '.', NumpadDecimal: '.', Slash: '/', Space: ' ' }

const keyOfCode = (code: string) =>
  /^Key[A-Z]$/.test(code)
    ? code.slice(3).toLowerCase()
    : /^(Digit|Numpad)\d$/.test(code)
      ? code.slice(-1)
      : (namedCodes[code] ?? code)
