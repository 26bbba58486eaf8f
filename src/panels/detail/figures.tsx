import { For, Show } from 'solid-js'
import type { Figure } from '../../../data/schema'
import { amount } from '../../model/numbers'
import { type App, useApp } from '../context'

/** The unit's English name, where the language asks for one and the record has it. */
export const unitName = (app: App, unit: string) =>
  app.language() === 'en' && unit !== '' && unit !== '%'
    ? app.record()?.units.find((each) => each.unit === unit)?.nameEn
    : undefined

/** Numbers set apart from the prose: value and unit, what they count, and the year. */
export function Figures(props: { figures: readonly Figure[] }) {
  const app = useApp()
  return (
    <Show when={props.figures.length > 0}>
      <ul class="figures">
        <For each={props.figures}>
          {(figure) => (
            <li>
              <strong class="tabular">{amount(figure, app.language(), unitName(app, figure.unit))}</strong>
              <span lang="zh-CN">
                {figure.what}
                <Show when={figure.year}> · {figure.year}</Show>
              </span>
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}
