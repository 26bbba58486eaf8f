import { useApp } from '../context'
import { nextHeight, type Sheet, settledHeight } from './sheet'

/** The top edge of a sheet: drag it, or press the two buttons. Shown on narrow screens only. */
export function SheetHandle(props: { sheet: Sheet; label: string }) {
  const app = useApp()
  let start = { y: 0, height: 0 }
  let last = { y: 0, at: 0, speed: 0 }
  const down = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    const panel = event.currentTarget.closest('.sheet')
    if (!panel || (event.target as HTMLElement).closest('button')) return
    event.currentTarget.setPointerCapture(event.pointerId)
    start = { y: event.clientY, height: panel.getBoundingClientRect().height }
    last = { y: event.clientY, at: event.timeStamp, speed: 0 }
    props.sheet.setHeld(start.height)
  }
  const move = (event: PointerEvent) => {
    if (props.sheet.held() === undefined) return
    const elapsed = Math.max(1, event.timeStamp - last.at)
    last = { y: event.clientY, at: event.timeStamp, speed: (event.clientY - last.y) / elapsed }
    props.sheet.setHeld(Math.max(64, start.height + start.y - event.clientY))
  }
  const up = () => {
    const held = props.sheet.held()
    if (held === undefined) return
    props.sheet.setHeight(settledHeight(held, window.innerHeight, last.speed))
    props.sheet.setHeld(undefined)
  }
  const step = (by: 1 | -1) => props.sheet.setHeight(nextHeight(props.sheet.height(), by))
  return (
    <div class="sheet-handle" onPointerDown={down} onPointerMove={move} onPointerUp={up} onPointerCancel={up}>
      <button
        type="button"
        aria-label={`${app.t('sheet.shorter')}：${props.label}`}
        disabled={props.sheet.height() === 'low'}
        onClick={() => step(-1)}
      >
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path d="M3 6l5 5 5-5" />
        </svg>
      </button>
      <span class="sheet-grip" aria-hidden="true" />
      <button
        type="button"
        aria-label={`${app.t('sheet.taller')}：${props.label}`}
        disabled={props.sheet.height() === 'high'}
        onClick={() => step(1)}
      >
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path d="M3 10l5-5 5 5" />
        </svg>
      </button>
    </div>
  )
}

/** What a sheet's element needs; the style is set through the CSSOM, which the page's policy allows. */
export const sheetStyle = (sheet: Sheet) => {
  const held = sheet.held()
  return held === undefined ? {} : { height: `${held}px`, transition: 'none' }
}
