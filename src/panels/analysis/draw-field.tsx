import { createSignal, For, Show } from 'solid-js'
import { areaKm2, lineLengthKm } from '../../../geo/base/measure'
import type { LonLat } from '../../../geo/base/position'
import type { Sketch } from '../../model/analysis/analysis'
import { kilometres, number } from '../../model/numbers'
import { useApp } from '../context'

const shapes = ['point', 'line', 'area'] as const
type Shape = (typeof shapes)[number]
const corners = { point: [1, 1], line: [2, 60], area: [3, 60] } as const

/** Draws a point, line or area on the map, measured on the way, or takes its coordinates as text. */
export function DrawField(props: { onAsk: (shape: Shape, positions: LonLat[]) => void }) {
  const app = useApp()
  const sketch = () => app.session().sketch
  const canDraw = () => app.session().mapMode === 'engine'
  const toggle = (drawn: Shape) =>
    app.actions.setSketch(sketch()?.drawn === drawn ? undefined : { drawn, positions: [] })
  return (
    <fieldset class="draw">
      <legend>{app.t('analysis.draw')}</legend>
      <Show when={canDraw()} fallback={<p class="quiet">{app.t('analysis.draw.noMap')}</p>}>
        <div class="draw-shapes">
          <For each={shapes}>
            {(shape) => (
              <button type="button" class="chip" aria-pressed={sketch()?.drawn === shape} onClick={() => toggle(shape)}>
                {app.t(`analysis.draw.${shape}`)}
              </button>
            )}
          </For>
        </div>
        <p class="quiet draw-measure" aria-live="polite">
          <Show when={sketch()}>{(drawn) => <>{app.t(`analysis.draw.hint.${drawn().drawn}`)} </>}</Show>
          <Show when={sketch()}>{(drawn) => <Measured sketch={drawn()} />}</Show>
        </p>
      </Show>
      <ByCoordinates onAsk={props.onAsk} />
    </fieldset>
  )
}

function Measured(props: { sketch: Sketch }) {
  const app = useApp()
  const text = () => {
    const { drawn, positions } = props.sketch
    const [first] = positions
    if (drawn === 'line' && positions.length > 1)
      return app.t('analysis.draw.length', { length: kilometres(lineLengthKm(positions), app.language()) })
    if (drawn !== 'area' || positions.length < 3 || !first) return ''
    const area = areaKm2({ type: 'Polygon', coordinates: [[...positions, first]] })
    return app.t('analysis.draw.surface', { area: number(area, app.language(), 2) })
  }
  return <strong class="tabular">{text()}</strong>
}

function ByCoordinates(props: { onAsk: (shape: Shape, positions: LonLat[]) => void }) {
  const app = useApp()
  const [text, setText] = createSignal('')
  const [shape, setShape] = createSignal<Shape>('point')
  const [problem, setProblem] = createSignal<string>()
  const submit = (event: Event) => {
    event.preventDefault()
    const { positions, badLine } = readCoordinates(text())
    const [least, most] = corners[shape()]
    if (badLine !== undefined) return setProblem(app.t('analysis.draw.bad', { line: badLine }))
    if (positions.length < least || positions.length > most) return setProblem(app.t(`analysis.draw.few.${shape()}`))
    setProblem(undefined)
    props.onAsk(shape(), positions)
  }
  const centre = () => {
    const camera = app.session().liveCamera
    if (camera) setText(`${text() ? `${text()}\n` : ''}${camera.longitude.toFixed(5)} ${camera.latitude.toFixed(5)}`)
  }
  return (
    <details class="draw-typed">
      <summary>{app.t('analysis.draw.type')}</summary>
      <form onSubmit={submit}>
        <div class="draw-shapes">
          <For each={shapes}>
            {(each) => (
              <label class="chip">
                <input type="radio" name="shape" checked={shape() === each} onChange={() => setShape(each)} />
                {app.t(`analysis.draw.${each}`)}
              </label>
            )}
          </For>
        </div>
        <div class="feature-field">
          <label>
            <span>{app.t('analysis.draw.coordinates')}</span>
            <textarea
              rows="3"
              inputmode="decimal"
              placeholder={app.region.middle.join(' ')}
              value={text()}
              onInput={(event) => setText(event.currentTarget.value)}
            />
          </label>
        </div>
        <Show when={problem()}>{(sentence) => <p role="alert">{sentence()}</p>}</Show>
        <button type="submit" class="button">
          {app.t('analysis.draw.ask')}
        </button>{' '}
        <button type="button" class="text-button" onClick={centre}>
          {app.t('analysis.draw.centre')}
        </button>
      </form>
    </details>
  )
}

/** Two numbers a line, parted by anything people part them with; full-width digits and commas too. */
export function readCoordinates(text: string): { positions: LonLat[]; badLine?: number } {
  const positions: LonLat[] = []
  for (const [index, line] of text
    .normalize('NFKC')
    .split(/[\n;；]/)
    .entries()) {
    if (!line.trim()) continue
    const found = /^\D*?(-?\d+(?:\.\d+)?)[^\d.-]+(-?\d+(?:\.\d+)?)\D*$/.exec(line.trim())
    if (!found) return { positions, badLine: index + 1 }
    const round = (degrees: string | undefined) => Math.round(Number(degrees) * 1e5) / 1e5
    positions.push([round(found[1]), round(found[2])])
  }
  return { positions }
}
