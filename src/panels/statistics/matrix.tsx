import { createMemo, For, Show } from 'solid-js'
import type { ThemeId } from '../../../data/schema'
import type { DistrictNumbers } from '../../model/plans/district-plans'
import type { PlanRecord } from '../../model/record'
import { matrixChart } from '../../model/statistics/charts'
import { solidOf, sumOf, themeMatrix } from '../../model/statistics/matrix'
import { useApp } from '../context'
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
  const table = () => ({
    header: [
      app.t('statistics.theme'),
      ...matrix().districts.map((_, at) => districtName(at)),
      ...matrix().districts.flatMap((_, at) =>
        (['within', 'shared'] as const).map((reach) =>
          app.t(`statistics.matrix.${reach}`, { district: districtName(at) }),
        ),
      ),
    ],
    rows: [
      ...matrix().rows.map(({ cells }, at) => [themeName(at), ...flat(cells)]),
      [app.t('statistics.matrix.all'), ...flat(matrix().totals)],
    ],
  })
  return (
    <ChartFigure
      title={app.t('statistics.matrix.title')}
      note={app.t('statistics.matrix.note')}
      unit={app.t('statistics.matrix.unit')}
      sources={documents(props.record)}
      table={table()}
      image={() => matrixChart(matrix(), { district: districtName, theme: themeName })}
      selfTable
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard */}
      {/* biome-ignore lint/a11y/useSemanticElements: a group that scrolls is no fieldset */}
      <div class="chart-scroll" role="group" tabIndex={0} aria-label={app.t('statistics.matrix.title')}>
        <table class="matrix tabular">
          <thead>
            <tr>
              <td />
              <For each={matrix().districts}>{(_, at) => <th scope="col">{districtName(at())}</th>}</For>
            </tr>
          </thead>
          <tbody>
            <For each={matrix().rows}>
              {({ theme, cells }, row) => (
                <tr data-theme={theme.id}>
                  <th scope="row">
                    <span class="theme-mark" aria-hidden="true" /> {themeName(row())}
                  </th>
                  <For each={cells}>
                    {(numbers, column) => (
                      <td>
                        <MatrixCell
                          numbers={numbers}
                          most={matrix().most}
                          theme={theme.id}
                          district={matrix().districts[column()]?.properties.id ?? ''}
                          label={app.t('statistics.matrix.cell', {
                            district: districtName(column()),
                            theme: themeName(row()),
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
              <For each={matrix().totals}>
                {(total) => (
                  <td>
                    <ReachNumbers numbers={total} />
                  </td>
                )}
              </For>
            </tr>
          </tbody>
        </table>
      </div>
    </ChartFigure>
  )
}

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
