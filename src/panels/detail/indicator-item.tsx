import { For, Show } from 'solid-js'
import type { Indicator } from '../../../data/schema'
import { taskOf } from '../../model/filters/visible'
import { lastTarget, targetYears } from '../../model/statistics/indicators'
import { useApp } from '../context'
import { ConflictsAbout } from './conflict-box'
import { ItemTools, SourceLine } from './source-line'

/** One indicator as a line: where it stood and where it is to be in the end. */
export function IndicatorItem(props: { indicator: Indicator }) {
  const app = useApp()
  const item = () => ({ kind: 'indicator', id: String(props.indicator.no) }) as const
  return (
    <li class="plan" data-item={props.indicator.no}>
      <p class="plan-status">
        <span class="status status-target">{app.t('indicator.number', { no: props.indicator.no })}</span>
        <span class="plan-years tabular">
          {app.region.years.baseline}–{app.region.years.schedule.at(-1)}
        </span>
        <span class="plan-tools">
          <ItemTools item={item()} />
        </span>
      </p>
      <button type="button" class="item-title" lang="zh-CN" onClick={() => app.actions.openItem(item())}>
        {props.indicator.name}
      </button>
      <IndicatorFigures indicator={props.indicator} />
      <ConflictsAbout subject={{ indicator: props.indicator.no }} hint={props.indicator.conflict} />
      <SourceLine sources={props.indicator.sources} />
    </li>
  )
}

function IndicatorFigures(props: { indicator: Indicator }) {
  const app = useApp()
  const last = () => lastTarget(props.indicator)
  return (
    <ul class="figures" lang="zh-CN">
      <li>
        <strong class="tabular">{props.indicator.baseline.text}</strong>
        <span>{app.t('indicator.baseline')}</span>
      </li>
      <Show when={last()}>
        <li>
          <strong class="tabular">{last()?.text}</strong>
          <span>{app.t('indicator.target', { year: last()?.year ?? '' })}</span>
        </li>
      </Show>
    </ul>
  )
}

/** The baseline and every year's target. */
function YearsTable(props: { indicator: Indicator }) {
  const app = useApp()
  return (
    <table class="years-table" lang="zh-CN">
      <thead>
        <tr>
          <th scope="col">{app.t('indicator.year')}</th>
          <th scope="col">
            <Show when={props.indicator.unit} fallback={app.t('indicator.value')}>
              {(unit) => app.t('indicator.valueIn', { unit: unit() })}
            </Show>
          </th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{app.t('indicator.baseline')}</th>
          <td>{props.indicator.baseline.text}</td>
        </tr>
        <For each={targetYears(props.indicator)}>
          {(year) => (
            <tr>
              <th scope="row">{year}</th>
              <td>{props.indicator.targets[year]?.text}</td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  )
}

/** Everything the record holds of one indicator: the whole row of the table, and who has to count it. */
export function IndicatorPage(props: { indicator: Indicator }) {
  const app = useApp()
  const task = () => taskOf(props.indicator, app.details()?.tasks ?? [])
  return (
    <>
      <p class="quiet" lang="zh-CN">
        {props.indicator.group} · {props.indicator.task} ·{' '}
        {app.t('indicator.requirement', { requirement: props.indicator.requirement })}
      </p>
      <IndicatorFigures indicator={props.indicator} />
      <section>
        <h3>{app.t('indicator.years')}</h3>
        <YearsTable indicator={props.indicator} />
        <Show when={props.indicator.note}>
          <p class="note" lang="zh-CN">
            {props.indicator.note}
          </p>
        </Show>
      </section>
      <Show when={task()} keyed>
        {(found) => (
          <section lang="zh-CN">
            <p>{app.t('indicator.task', { names: found.lead.join('、') })}</p>
            <p class="quiet">{found.text}</p>
            <p class="quiet">{found.schedule}</p>
            <SourceLine sources={found.sources} />
          </section>
        )}
      </Show>
      <ConflictsAbout subject={{ indicator: props.indicator.no }} />
    </>
  )
}
