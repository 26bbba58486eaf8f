import { For, type JSX } from 'solid-js'
import type { RecordFeature } from '../../model/record'
import { useApp } from '../context'

/** A table with one column a district; it scrolls sideways by itself where three do not fit. */
export function CompareTable(props: { caption: string; districts: readonly RecordFeature[]; children: JSX.Element }) {
  const app = useApp()
  return (
    <section>
      <h3 id={`compare-${props.caption}`}>{props.caption}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard */}
      <section class="compare-scroll" tabIndex={0} aria-label={props.caption}>
        <table class="compare-table tabular" data-columns={props.districts.length}>
          <thead>
            <tr>
              <td />
              <For each={props.districts}>{(district) => <th scope="col">{app.nameOf(district)}</th>}</For>
            </tr>
          </thead>
          <tbody>{props.children}</tbody>
        </table>
      </section>
    </section>
  )
}
