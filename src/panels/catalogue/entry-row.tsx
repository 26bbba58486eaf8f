import { type JSX, Show } from 'solid-js'
import type { CatalogueSubject, Entry, Grouping } from '../../model/catalogue/catalogue'
import { scheduledYears } from '../../model/filters/visible'
import { messageKey } from '../../model/messages'
import { money } from '../../model/money'
import { years } from '../../model/numbers'
import { lastTarget } from '../../model/statistics/indicators'
import type { PanelItem } from '../../model/view'
import { type App, useApp } from '../context'
import { shortTitle } from '../detail/source-line'
import { FeatureLink } from '../parts/feature-link'
import { PlanYears } from '../parts/plan-years'

/** CSS pixels; the style sheet cuts nothing that does not open in full with a press. */
export const entryHeights: { readonly [S in CatalogueSubject]: number } = {
  features: 40,
  plans: 84,
  projects: 66,
  indicators: 66,
}
/** The height of a group's heading in the list, in CSS pixels. */
export const headingHeight = 40

/** A row of the catalogue: a feature as a link, everything else as a button that opens its page. */
export function EntryRow(props: { entry: Entry }): JSX.Element {
  const app = useApp()
  const { entry } = props
  switch (entry.subject) {
    case 'features':
      return (
        <div class="entry-feature">
          <FeatureLink feature={entry.row} />
          <Show when={!entry.row.geometry}>
            <span class="tag">{app.t('feature.unplaced')}</span>
          </Show>
          <Show when={entry.row.properties.plans > 0}>
            <span class="quiet tabular" title={app.t('catalogue.plans', { count: entry.row.properties.plans })}>
              {entry.row.properties.plans}
            </span>
          </Show>
        </div>
      )
    case 'plans':
      return (
        <EntryButton features={entry.row.features} item={{ kind: 'plan', id: entry.id }} text={entry.row.text}>
          <span class={`status status-${entry.row.status}`}>{app.t(`status.${entry.row.status}`)}</span>
          <PlanYears plan={entry.row} />
          <span class="tabular">{sourceShort(app, entry.row.sources[0]?.id)}</span>
        </EntryButton>
      )
    case 'projects':
      return (
        <EntryButton features={entry.row.features} item={{ kind: 'project', id: entry.id }} text={entry.row.name}>
          <span class="tabular">{app.t('project.number', { no: entry.id })}</span>
          <span class="tabular">
            {entry.row.investmentWan === undefined
              ? app.t('project.noInvestment')
              : money(entry.row.investmentWan, app.language())}
          </span>
          <span class="tabular">{years(scheduledYears(entry.row), app.language())}</span>
        </EntryButton>
      )
    case 'indicators':
      return (
        <EntryButton features={[]} item={{ kind: 'indicator', id: entry.id }} text={entry.row.name}>
          <span class="tabular">{app.t('indicator.number', { no: entry.id })}</span>
          <span class="tabular" lang="zh-CN">
            {entry.row.baseline.text} → {lastTarget(entry.row)?.text ?? '—'}
          </span>
        </EntryButton>
      )
  }
}

interface EntryButtonProps {
  features: readonly string[]
  item: PanelItem
  text: string
  children: JSX.Element
}

/** Opens the item; with nothing selected, what it is about is selected too, so that the map shows it. */
function EntryButton(props: EntryButtonProps) {
  const app = useApp()
  const current = () => {
    const { item } = app.view()
    return item?.kind === props.item.kind && item.id === props.item.id
  }
  const open = () => {
    const { districts, feature } = app.view()
    const about = props.features.find((id) => app.record()?.featureById.has(id))
    const shown = props.features.some((id) => id === feature || districts.includes(id))
    if (about && !shown) app.actions.selectWithItem(about, props.item)
    else app.actions.openItem(props.item)
  }
  return (
    <button type="button" class="entry-button" aria-current={current() ? 'true' : undefined} onClick={open}>
      <span class="entry-text" lang="zh-CN">
        {props.text}
      </span>
      <span class="entry-meta quiet">{props.children}</span>
    </button>
  )
}

function sourceShort(app: App, id: string | undefined): string {
  const source = id === undefined ? undefined : app.record()?.sourceById.get(id)
  return source ? `${shortTitle(app, source)} ${source.date}` : ''
}

/** Returns the heading of a group in the language of the page. */
export function groupTitle(app: App, grouping: Grouping, key: string): string {
  const record = app.record()
  if (key === '' || !record) return app.t('grouping.other')
  const english = app.language() === 'en'
  switch (grouping) {
    case 'kind':
      return app.t(messageKey(`kind.${key}`))
    case 'status':
      return app.t(messageKey(`status.${key}`))
    case 'theme': {
      const theme = record.themes.find(({ id }) => id === key)
      return (english ? theme?.nameEn : theme?.name) ?? key
    }
    case 'district': {
      const district = record.featureById.get(key)
      return district ? app.nameOf(district) : key
    }
    case 'document': {
      const source = record.sourceById.get(key)
      return (english ? source?.titleEn : source?.title) ?? key
    }
    default:
      return key
  }
}
