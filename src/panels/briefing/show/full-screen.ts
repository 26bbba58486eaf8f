import { type Accessor, createSignal, onCleanup } from 'solid-js'

/** What the browser says and does about full screen. */
export interface FullScreen {
  /** False in a frame that must not. */
  isAllowed: boolean
  isOn: Accessor<boolean>
  /** Whether it has just ended: the Escape that ended it may still arrive. */
  justEnded: () => boolean
  enter: () => void
  leave: () => void
}

const escapeArrivesWithinMilliseconds = 300

/** Returns the full screen of the page. Must be called in an owner. */
export function createFullScreen(): FullScreen {
  const [isOn, setOn] = createSignal(document.fullscreenElement !== null && document.fullscreenElement !== undefined)
  let endedAt = Number.NEGATIVE_INFINITY
  const onChange = () => {
    const now = Boolean(document.fullscreenElement)
    if (isOn() && !now) endedAt = performance.now()
    setOn(now)
  }
  document.addEventListener('fullscreenchange', onChange)
  onCleanup(() => document.removeEventListener('fullscreenchange', onChange))
  return {
    isAllowed: document.fullscreenEnabled === true,
    isOn,
    justEnded: () => performance.now() - endedAt < escapeArrivesWithinMilliseconds,
    // A browser that refuses shows the page as it was, which is answer enough.
    enter: () => void document.documentElement.requestFullscreen?.().catch(() => undefined),
    leave: () => void document.exitFullscreen?.().catch(() => undefined),
  }
}
