import { createEffect, createMemo, createSignal, For, Show } from 'solid-js'
import { type Comparison, compareDistricts } from '../../model/compare'
import '../../styles/compare.css'
import { kilometres } from '../../model/numbers'
import { useApp } from '../context'
import { SidePanel } from '../sheet/side-panel'
import { DistrictPickers } from './district-pickers'
import { FigureTable } from './figure-table'
import { HeadlineTable } from './headline-table'
import { SharedTable } from './shared-table'
import { ThemeTable } from './theme-table'

/** 对比: two or three districts side by side. */
export function Compare() {
  const app = useApp()
  const [onlyDifferent, setOnlyDifferent] = createSignal(false)
  createEffect(() => app.services.wantDetails())
  const districts = createMemo(() => app.view().districts, undefined, { equals: (a, b) => a.join() === b.join() })
  const comparison = createMemo(() => {
    const record = app.record()
    return record && compareDistricts(record, app.details(), districts(), app.filter())
  })
  const names = () => (comparison()?.districts ?? []).map(app.nameOf).join(app.t('compare.and'))
  const close = () => app.actions.select(districts()[0] ?? '')
  return (
    <SidePanel name={app.t('compare.name')} title={app.t('compare.title', { names: names() })} onClose={close}>
      <div class="panel-body compare">
        <Show when={comparison()} fallback={<p class="quiet">{app.t('detail.loading')}</p>}>
          {(found) => (
            <>
              <DistrictPickers districts={found().districts} />
              <Borders comparison={found()} />
              <div class="compare-hint">
                <p class="quiet">{app.t('compare.hint')}</p>
                <label class="compare-only">
                  <input
                    type="checkbox"
                    checked={onlyDifferent()}
                    onChange={(event) => setOnlyDifferent(event.currentTarget.checked)}
                  />
                  {app.t('compare.onlyDifferent')}
                </label>
              </div>
              <HeadlineTable comparison={found()} onlyDifferent={onlyDifferent()} />
              <ThemeTable comparison={found()} />
              <Positioning comparison={found()} />
              <FigureTable comparison={found()} />
              <SharedTable
                caption={app.t('compare.corridorList')}
                districts={found().districts}
                rows={found().corridors}
                onlyDifferent={onlyDifferent()}
              />
              <SharedTable
                caption={app.t('compare.neighbourList')}
                districts={found().districts}
                rows={found().neighbours}
                onlyDifferent={onlyDifferent()}
              />
            </>
          )}
        </Show>
      </div>
    </SidePanel>
  )
}

function Borders(props: { comparison: Comparison }) {
  const app = useApp()
  return (
    <ul class="compare-borders">
      <For each={props.comparison.borders} fallback={<li>{app.t('compare.noBorder')}</li>}>
        {({ a, b, sharedKm, river }) => (
          <li>
            {app.t(river ? 'compare.borderRiver' : 'compare.border', {
              a: app.nameOf(a),
              b: app.nameOf(b),
              river: river ?? '',
              length: kilometres(sharedKm, app.language()),
            })}
          </li>
        )}
      </For>
    </ul>
  )
}

function Positioning(props: { comparison: Comparison }) {
  const app = useApp()
  return (
    <section>
      <h3>{app.t('compare.positioning')}</h3>
      <div class="compare-columns" data-columns={props.comparison.districts.length}>
        <For each={props.comparison.districts}>
          {(district) => (
            <div>
              <h4>{app.nameOf(district)}</h4>
              <ul lang="zh-CN" class="compare-positioning">
                <For
                  each={district.properties.positioning}
                  fallback={<li class="quiet">{app.t('compare.positioningNone')}</li>}
                >
                  {(phrase) => <li>{phrase.text}</li>}
                </For>
              </ul>
            </div>
          )}
        </For>
      </div>
    </section>
  )
}
