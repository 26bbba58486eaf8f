import { createMemo, For, Show } from 'solid-js'
import type { ThemeId } from '../../../data/schema'
import type { DistrictNumbers } from '../../model/plans/district-plans'
import type { PlanRecord } from '../../model/record'
import { matrixChart } from '../../model/statistics/charts'
import { type Matrix, solidOf, sumOf, themeMatrix } from '../../model/statistics/matrix'
import { type App, useApp } from '../context'
import { ReachNumbers } from '../parts/reach-numbers'
import { ChartFigure } from './chart-figure'

/** Plans by theme × district: a table whose cells filter the map. */
export function MatrixChart(props: { record: PlanRecord }) {
  const app = useApp()
  const matrix = createMemo(() => themeMatrix(props.record, app.filter()))
  const themeName = (at: number) => {
    const theme = matrix().rows[at]?.theme
    return (app.language() === 'en' ? theme?.nameEn : theme?.name) ?? ''
  }
  const districtName = (at: number) => {
    const district = matrix().districts[at]
    return district ? shortened(app.nameOf(district)) : ''
  }
  const names: MatrixNames = { theme: themeName, district: districtName }
  return (
    <ChartFigure
      title={app.t('statistics.matrix.title')}
      note={app.t('statistics.matrix.note')}
      unit={app.t('statistics.matrix.unit')}
      sources={documents(props.record)}
      table={numbersOf(app, matrix(), names)}
      image={() => matrixChart(matrix(), names)}
      selfTable
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard */}
      {/* biome-ignore lint/a11y/useSemanticElements: a group that scrolls is no fieldset */}
      <div class="chart-scroll" role="group" tabIndex={0} aria-label={app.t('statistics.matrix.title')}>
        <MatrixTable matrix={matrix()} names={names} />
      </div>
    </ChartFigure>
  )
}

/** What the rows and columns of the matrix are called, by their places. */
interface MatrixNames {
  theme: (row: number) => string
  district: (column: number) => string
}

function MatrixTable(props: { matrix: Matrix; names: MatrixNames }) {
  const app = useApp()
  return (
    <table class="matrix tabular">
      <thead>
        <tr>
          <td />
          <For each={props.matrix.districts}>{(_, at) => <th scope="col">{props.names.district(at())}</th>}</For>
        </tr>
      </thead>
      <tbody>
        <For each={props.matrix.rows}>
          {({ theme, cells }, row) => (
            <tr data-theme={theme.id}>
              <th scope="row">
                <span class="theme-mark" aria-hidden="true" /> {props.names.theme(row())}
              </th>
              <For each={cells}>
                {(numbers, column) => (
                  <td>
                    <MatrixCell
                      numbers={numbers}
                      most={props.matrix.most}
                      theme={theme.id}
                      district={props.matrix.districts[column()]?.properties.id ?? ''}
                      label={app.t('statistics.matrix.cell', {
                        district: props.names.district(column()),
                        theme: props.names.theme(row()),
                      })}
                    />
                  </td>
                )}
              </For>
            </tr>
          )}
        </For>
        <tr class="matrix-totals">
          <th scope="row">{app.t('statistics.matrix.all')}</th>
          <For each={props.matrix.totals}>
            {(total) => (
              <td>
                <ReachNumbers numbers={total} />
              </td>
            )}
          </For>
        </tr>
      </tbody>
    </table>
  )
}

/** The same numbers for the table that is copied. */
const numbersOf = (app: App, { districts, rows, totals }: Matrix, names: MatrixNames) => ({
  header: [
    app.t('statistics.theme'),
    ...districts.map((_, at) => names.district(at)),
    ...districts.flatMap((_, at) =>
      (['within', 'shared'] as const).map((reach) =>
        app.t(`statistics.matrix.${reach}`, { district: names.district(at) }),
      ),
    ),
  ],
  rows: [
    ...rows.map(({ cells }, at) => [names.theme(at), ...flat(cells)]),
    [app.t('statistics.matrix.all'), ...flat(totals)],
  ],
})

/** 渝北区 → 渝北, Yubei District → Yubei: the heads of narrow columns. */
const shortened = (name: string) => name.replace(/(?<=..)[区县]$| (District|County)$/, '')

const documents = (record: PlanRecord) => [
  ...new Set(record.plans.flatMap(({ sources }) => sources.map(({ id }) => id))),
]

/** The numbers by name first, so that a table of them reads as it always did; what reaches through features follows. */
const flat = (cells: readonly DistrictNumbers[]) => [
  ...cells.map(({ own }) => own),
  ...cells.flatMap(({ within, shared }) => [within, shared]),
]

function MatrixCell(props: {
  numbers: DistrictNumbers
  most: number
  theme: ThemeId
  district: string
  label: string
}) {
  const app = useApp()
  const on = () => {
    const { themes, districts } = app.view()
    return themes.length === 1 && themes[0] === props.theme && districts.includes(props.district)
  }
  const side = (count: number) => `${(20 * Math.sqrt(count / props.most)).toFixed(1)}px`
  const solid = () => side(solidOf(props.numbers))
  const all = () => side(sumOf(props.numbers))
  const press = () => app.actions.selectUnderTheme(props.district, props.theme)
  return (
    <Show when={sumOf(props.numbers) > 0} fallback={<span class="matrix-none">0</span>}>
      <button type="button" class="matrix-cell" aria-pressed={on()} onClick={press}>
        <span class="visually-hidden">{props.label}</span>
        <span class="matrix-square matrix-pale" style={{ width: all(), height: all() }} aria-hidden="true">
          <span class="matrix-square" style={{ width: solid(), height: solid() }} />
        </span>
        <ReachNumbers numbers={props.numbers} />
      </button>
    </Show>
  )
}
