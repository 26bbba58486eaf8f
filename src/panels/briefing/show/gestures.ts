import { onCleanup } from 'solid-js'
import type { ShowCommand } from '../../../model/briefing/show-keys'

const clickPixels = 6
const wheelPixels = 60
/** A wheel runs on after it has been let go. */
const wheelRestMilliseconds = 450
const swipePixels = 48

const pressed = 'button, a[href], input, textarea, select, summary, label, dialog, .map-legend, .map-controls, .notices'

/**
 * Turns pages by click, wheel and one finger's swipe, on the map too, which keeps the mouse's drag, the wheel with Ctrl
 * and two fingers. Must be called in an owner.
 */
export function followGestures(run: (command: ShowCommand) => void, isOpen: () => boolean): void {
  const turn = (forwards: boolean) => run({ do: forwards ? 'next' : 'previous' })
  onWindow(
    'click',
    clickListener(isOpen, () => turn(true)),
  )
  onWindow('dblclick', (event) => {
    if (onMap(event.target)) event.stopImmediatePropagation()
  })
  onWindow('wheel', wheelListener(isOpen, turn))
  followSwipe(isOpen, turn)
}

function onWindow<Type extends keyof WindowEventMap>(type: Type, listener: (event: WindowEventMap[Type]) => void) {
  window.addEventListener(type, listener, { capture: true, passive: false })
  onCleanup(() => window.removeEventListener(type, listener, { capture: true }))
}

const onMap = (target: EventTarget | null) =>
  target instanceof Element && target.closest('#map') !== null && !target.closest('.map-legend, .map-controls')

/** Whether a press there is the page's own: a district of the static map is a link, and part of the picture here. */
const isTaken = (target: EventTarget | null) =>
  !(target instanceof Element) || (!onMap(target) && target.closest(pressed) !== null)

function clickListener(isOpen: () => boolean, next: () => void): (event: MouseEvent) => void {
  let down = { x: 0, y: 0 }
  onWindow('pointerdown', ({ clientX, clientY }) => {
    down = { x: clientX, y: clientY }
  })
  return (event) => {
    if (isTaken(event.target) || event.button !== 0 || event.detail === 0) return
    if (onMap(event.target)) {
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    const moved = Math.hypot(event.clientX - down.x, event.clientY - down.y)
    const selects = (window.getSelection()?.toString() ?? '') !== ''
    if (isOpen() && moved < clickPixels && !selects) next()
  }
}

function wheelListener(isOpen: () => boolean, turn: (forwards: boolean) => void): (event: WheelEvent) => void {
  let sum = 0
  let last = Number.NEGATIVE_INFINITY
  let turnedAt = Number.NEGATIVE_INFINITY
  return (event) => {
    if (event.ctrlKey || !isOpen() || scrolls(event.target, event.deltaY)) return
    event.preventDefault()
    event.stopImmediatePropagation()
    const now = performance.now()
    if (now - last > wheelRestMilliseconds) sum = 0
    last = now
    if (now - turnedAt < wheelRestMilliseconds) return
    sum += event.deltaMode === 0 ? event.deltaY : event.deltaY * 40
    if (Math.abs(sum) < wheelPixels) return
    turn(sum > 0)
    turnedAt = now
    sum = 0
  }
}

/** Whether what is under the wheel can still be scrolled that way. */
function scrolls(target: EventTarget | null, by: number): boolean {
  for (let at = target instanceof Element ? target : null; at && at !== document.body; at = at.parentElement) {
    if (at.scrollHeight <= at.clientHeight || !/auto|scroll/.test(getComputedStyle(at).overflowY)) continue
    return by > 0 ? at.scrollTop + at.clientHeight < at.scrollHeight - 1 : at.scrollTop > 0
  }
  return false
}

function followSwipe(isOpen: () => boolean, turn: (forwards: boolean) => void) {
  let from: { x: number; y: number } | undefined
  const held = (event: TouchEvent) => {
    if (onMap(event.target) && event.touches.length === 1) event.stopImmediatePropagation()
  }
  onWindow('touchstart', (event) => {
    const [touch, ...others] = event.touches
    from = touch && others.length === 0 ? { x: touch.clientX, y: touch.clientY } : undefined
    held(event)
  })
  onWindow('touchmove', held)
  onWindow('touchend', (event) => {
    const [touch] = event.changedTouches
    if (!from || !touch || !isOpen() || event.touches.length > 0) return
    const [x, y] = [touch.clientX - from.x, touch.clientY - from.y]
    from = undefined
    if (Math.abs(x) > swipePixels && Math.abs(x) > 1.5 * Math.abs(y)) turn(x < 0)
  })
  // The static map hears the pointer instead.
  onWindow('pointerdown', (event) => {
    if (event.pointerType === 'touch' && event.isPrimary && onMap(event.target)) event.stopPropagation()
  })
}
