import { For, Match, Switch } from 'solid-js'
import type { Chart, Shape } from '../../model/statistics/chart'
import { arrowPath } from '../../model/statistics/chart-svg'

type Kind<K extends Shape['kind']> = Extract<Shape, { kind: K }>

/** A chart on the page. It is one image to assistive technology; its table says the same. */
export function ChartView(props: {
  chart: Chart
  /** What is set off under it, such as the chosen year. */
  marks?: readonly Shape[]
  label: string
  onMark?: (mark: string) => void
}) {
  return (
    <svg
      class="chart"
      role="img"
      aria-label={props.label}
      width={props.chart.width}
      height={props.chart.height}
      viewBox={`0 0 ${props.chart.width} ${props.chart.height}`}
    >
      <defs>
        <pattern id="chart-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path class="chart-hatch" d="M0 0V5" />
        </pattern>
      </defs>
      <For each={props.marks}>{(shape) => <ShapeView shape={shape} />}</For>
      <For each={props.chart.shapes}>{(shape) => <ShapeView shape={shape} onMark={props.onMark} />}</For>
    </svg>
  )
}

function ShapeView(props: { shape: Shape; onMark?: (mark: string) => void }) {
  const press = () => {
    const { shape, onMark } = props
    return onMark && 'mark' in shape && shape.mark !== undefined ? () => onMark(shape.mark ?? '') : undefined
  }
  const tone = (role: 'fill' | 'stroke') => `${role}-${props.shape.tone}${press() ? ' chart-press' : ''}`
  const as = <K extends Shape['kind']>(kind: K) => (props.shape.kind === kind ? (props.shape as Kind<K>) : undefined)
  return (
    <Switch>
      <Match when={as('rect')}>
        {(rect) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the pointer; the table has the buttons
          <rect
            x={rect().x}
            y={rect().y}
            width={rect().width}
            height={rect().height}
            class={rect().hatched ? 'fill-hatched chart-press' : tone('fill')}
            onClick={() => press()?.()}
          />
        )}
      </Match>
      <Match when={as('line')}>
        {(line) => (
          <line
            x1={line().x1}
            y1={line().y1}
            x2={line().x2}
            y2={line().y2}
            stroke-width={line().width ?? 1}
            stroke-dasharray={line().dashed ? '3 3' : undefined}
            class={tone('stroke')}
          />
        )}
      </Match>
      <Match when={as('dot')}>
        {(dot) => (
          <circle
            cx={dot().x}
            cy={dot().y}
            r={dot().radius}
            stroke-width="1.5"
            class={dot().hollow ? `fill-paper ${tone('stroke')}` : `${tone('fill')} ${tone('stroke')}`}
          />
        )}
      </Match>
      <Match when={as('arrow')}>
        {(arrow) => <path d={arrowPath(arrow().x, arrow().y, arrow().up)} class={tone('fill')} />}
      </Match>
      <Match when={as('text')}>
        {(text) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the pointer; the table has the buttons
          <text
            x={text().x}
            y={text().y}
            font-size={`${text().size}px`}
            font-weight={text().bold ? 'bold' : 'normal'}
            text-anchor={text().anchor}
            class={tone('fill')}
            onClick={() => press()?.()}
          >
            {text().text}
          </text>
        )}
      </Match>
    </Switch>
  )
}
