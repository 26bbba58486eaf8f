/** Keeps the briefing that is edited on the device as one types, and stays in step with other tabs. */
import { createSignal } from 'solid-js'
import type { KeptLine, OwnBriefing, OwnBriefings, Refusal } from '../../../model/briefing/own-briefings'
import { newBriefingId } from './new-id'

const delayMilliseconds = 300

/** Where the edited briefing is kept: under which id, over which version. */
interface Place {
  id: string
  version: number
}

/** What the keeper needs of the editor. */
interface Kept {
  now: () => OwnBriefing | undefined
  /** Another tab has written what this one shows, and nothing here would be lost. */
  onFollowed: (own: OwnBriefing) => void
}

/** Returns the keeper of the editor, which lasts as long as the page. */
export function createKeeper(own: OwnBriefings, { now, onFollowed }: Kept) {
  const [place, setPlace] = createSignal<Place>()
  const [trouble, setTrouble] = createSignal<Refusal>()
  const [lines, setLines] = createSignal<readonly KeptLine[]>(own.kept.list())
  let timer: ReturnType<typeof setTimeout> | undefined

  const write = () => {
    clearTimeout(timer)
    timer = undefined
    const [at, briefing] = [place(), now()]
    if (!at || !briefing || trouble() === 'other') return
    const written = own.kept.write(at.id, briefing, at.version)
    setTrouble(written.ok ? undefined : written.reason)
    if (!written.ok) return
    setPlace({ id: at.id, version: written.version })
    setLines(own.kept.list())
  }
  const flush = () => {
    if (timer !== undefined) write()
  }
  own.kept.follow((id) => {
    setLines(own.kept.list())
    const at = place()
    const theirs = at?.id === id ? own.kept.read(id) : undefined
    if (!at || !theirs || theirs.version <= at.version) return
    if (timer !== undefined || trouble()) return setTrouble('other')
    setPlace({ id, version: theirs.version })
    onFollowed(theirs.own)
  })
  flushBeforeLeaving(flush, () => trouble() !== undefined && place() !== undefined)

  return {
    place,
    trouble,
    lines,
    flush,
    /** Writes soon, unless it is written again before. No-op for a briefing that is not kept here. */
    changed: () => {
      if (!place()) return
      clearTimeout(timer)
      timer = setTimeout(write, delayMilliseconds)
    },
    /** Follows another briefing from now on: one on the device, or none. */
    turnTo: (at: Place | undefined) => {
      flush()
      setTrouble(undefined)
      setPlace(at)
    },
    /** Keeps the edited briefing under an id of its own from now on. */
    keepAsNew: () => {
      setTrouble(undefined)
      setPlace({ id: newBriefingId(), version: 0 })
      write()
    },
    /** Gives up what was edited here for what another tab wrote. */
    takeOther: () => {
      const at = place()
      const theirs = at && own.kept.read(at.id)
      setTrouble(undefined)
      if (!at || !theirs) return write()
      clearTimeout(timer)
      timer = undefined
      setPlace({ id: at.id, version: theirs.version })
      onFollowed(theirs.own)
    },
    forget: (id: string) => {
      own.kept.forget(id)
      setLines(own.kept.list())
    },
  }
}

/** Writes what waits when the page is left; where that would lose something, the browser asks. */
function flushBeforeLeaving(flush: () => void, loses: () => boolean) {
  window.addEventListener('pagehide', flush)
  window.addEventListener('beforeunload', (event) => {
    flush()
    if (loses()) event.preventDefault()
  })
}
