import { For, Show } from 'solid-js'

/** Rows as they are downloaded; `open` makes the second cell of a row a button. */
export interface TableData {
  header: readonly string[]
  rows: readonly (readonly (string | number | undefined)[])[]
  /** Opens what the row at this place stands for. */
  open?: (row: number) => void
}

/** The numbers of a chart as a table that scrolls. */
export function ChartTable(props: { data: TableData; label: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
    // biome-ignore lint/a11y/useSemanticElements: a group that scrolls is no fieldset
    <div class="chart-scroll" role="group" tabIndex={0} aria-label={props.label}>
      <table class="chart-table tabular">
        <thead>
          <tr>
            <For each={props.data.header}>{(cell) => <th scope="col">{cell}</th>}</For>
          </tr>
        </thead>
        <tbody>
          <For each={props.data.rows}>
            {(row, at) => (
              <tr>
                <For each={row}>
                  {(cell, column) => (
                    <Cell
                      text={typeof cell === 'number' ? cell.toLocaleString('en-US') : (cell ?? '')}
                      head={column() === (props.data.open ? 1 : 0)}
                      numeric={typeof cell === 'number' && column() > 0}
                      onOpen={props.data.open && column() === 1 ? () => props.data.open?.(at()) : undefined}
                    />
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  )
}

function Cell(props: { text: string; head: boolean; numeric: boolean; onOpen?: () => void }) {
  return (
    <Show when={props.head} fallback={<td classList={{ 'chart-number': props.numeric }}>{props.text}</td>}>
      <th scope="row">
        <Show when={props.onOpen} fallback={props.text}>
          <button type="button" class="chart-open" onClick={() => props.onOpen?.()}>
            {props.text}
          </button>
        </Show>
      </th>
    </Show>
  )
}
