import { createMemo, For, Show, Suspense } from 'solid-js'
import { reaches } from '../../../data/district-reach'
import { documentsOf, investmentOf, projectsOf, tabsOf } from '../../model/detail'
import { headlineMoney } from '../../model/money'
import { number } from '../../model/numbers'
import { districtNumbers } from '../../model/plans/district-plans'
import type { RecordFeature } from '../../model/record'
import type { PanelTab } from '../../model/view'
import { useApp } from '../context'
import { lazyPart, placeInView } from '../lazy-part'
import { createLater } from '../lists/in-pieces'
import { DetailsState } from './details-state'
import { Introduction } from './introduction'
import { PlansTab } from './plans-tab'
import { TabPanel, Tabs } from './tabs'

const ProjectsTab = lazyPart(() => import('./projects-tab').then((module) => module.ProjectsTab))
const IndicatorsTab = lazyPart(() => import('./indicators-tab').then((module) => module.IndicatorsTab))
const FeaturesTab = lazyPart(() => import('./links-tab').then((module) => module.FeaturesTab))
const LinksTab = lazyPart(() => import('./links-tab').then((module) => module.LinksTab))
const ConflictsTab = lazyPart(() => import('./conflicts-tab').then((module) => module.ConflictsTab))

/**
 * One feature of any kind: what it is, three numbers, and its rows under tabs. The rows come with the frame after the one
 * in which the panel opens, which would else be late where the processor is slow.
 */
export function FeatureDetail(props: { feature: RecordFeature; tab: PanelTab; hasOpened: boolean }) {
  const app = useApp()
  const tabs = createMemo(() => {
    const record = app.record()
    return record ? tabsOf(record, app.details(), props.feature) : []
  })
  const tab = createMemo(() => (tabs().some(({ id }) => id === props.tab) ? props.tab : 'plans'))
  const later = createLater()
  return (
    <>
      <Introduction feature={props.feature} />
      <Headline feature={props.feature} />
      <Tabs
        label={app.t('detail.tabs', { name: app.nameOf(props.feature) })}
        tabs={tabs()}
        current={tab()}
        onChoose={(id) => app.actions.openItem(id === 'plans' ? undefined : { kind: 'tab', id })}
      />
      <TabPanel tab={tab()}>
        <Suspense fallback={<p class="quiet">{app.t('detail.loading')}</p>}>
          <Show when={props.hasOpened}>
            <TabContent feature={props.feature} tab={tab()} />
          </Show>
        </Suspense>
      </TabPanel>
      <Show when={later()}>
        <Documents feature={props.feature} />
      </Show>
    </>
  )
}

/** The plans stay drawn behind the other tabs once they have been seen: a district may have hundreds. */
function TabContent(props: { feature: RecordFeature; tab: PanelTab }) {
  const app = useApp()
  const placeOf = (tab: PanelTab) =>
    placeInView(() => app.view().item?.kind === 'tab' && app.view().item?.id === tab, { item: undefined })
  const places = {
    features: placeOf('features'),
    conflicts: placeOf('conflicts'),
    projects: placeOf('projects'),
    indicators: placeOf('indicators'),
    links: placeOf('links'),
  }
  const plansSeen = createMemo((seen: boolean) => seen || props.tab === 'plans', false)
  return (
    <>
      <Show when={plansSeen()}>
        <div hidden={props.tab !== 'plans'}>
          <PlansTab feature={props.feature} />
        </div>
      </Show>
      <Show when={props.tab === 'features'}>
        <FeaturesTab feature={props.feature} place={places.features} />
      </Show>
      <Show when={props.tab === 'conflicts'}>
        <ConflictsTab feature={props.feature} place={places.conflicts} />
      </Show>
      <Show when={['projects', 'indicators', 'links'].includes(props.tab)}>
        <DetailsState>
          <Show when={props.tab === 'projects'}>
            <ProjectsTab feature={props.feature} place={places.projects} />
          </Show>
          <Show when={props.tab === 'indicators'}>
            <IndicatorsTab feature={props.feature} place={places.indicators} />
          </Show>
          <Show when={props.tab === 'links'}>
            <LinksTab feature={props.feature} place={places.links} />
          </Show>
        </DetailsState>
      </Show>
    </>
  )
}

/** A district's plans are three numbers, by the filters in force, as on the map and in the statistics. */
function DistrictHeadline(props: { district: string }) {
  const app = useApp()
  const numbers = createMemo(() => {
    const record = app.record()
    return record && districtNumbers(record, app.filter(), props.district)
  })
  return (
    <For each={reaches}>
      {(reach) => (
        <div class={`headline-${reach}`} title={app.t(`reach.${reach}Title`)}>
          <dt>{app.t(`reach.${reach}`)}</dt>
          <dd>{number(numbers()?.[reach] ?? 0, app.language())}</dd>
        </div>
      )}
    </For>
  )
}

/** Three numbers; a dash where the record holds no project list, which is not the same as none. */
function Headline(props: { feature: RecordFeature }) {
  const app = useApp()
  const projects = createMemo(() => {
    const details = app.details()
    return details && projectsOf(details, props.feature.properties.id)
  })
  const investment = () => investmentOf(projects() ?? [])
  const plans = () => app.record()?.plansByFeature.get(props.feature.properties.id)?.length ?? 0
  const isDistrict = () => props.feature.properties.kind === 'district'
  const unknown = () => (projects()?.length === 0 ? app.t('headline.unknown') : undefined)
  return (
    <dl class="headline">
      <Show
        when={isDistrict()}
        fallback={
          <div>
            <dt>{app.t('headline.plans')}</dt>
            <dd>{number(plans(), app.language())}</dd>
          </div>
        }
      >
        <DistrictHeadline district={props.feature.properties.id} />
      </Show>
      <div title={unknown()}>
        <dt>{app.t('headline.projects')}</dt>
        <dd>{projects() ? projects()?.length || '—' : '…'}</dd>
      </div>
      <div title={unknown()}>
        <dt>{app.t('headline.investment')}</dt>
        <dd>{projects() ? figureOr(investment(), (sum) => headlineMoney(sum, app.language())) : '…'}</dd>
      </div>
    </dl>
  )
}

const figureOr = (value: number | undefined, shown: (value: number) => string) =>
  value === undefined ? '—' : shown(value)

/** 来源: the documents behind the panel; each opens what it supports. */
function Documents(props: { feature: RecordFeature }) {
  const app = useApp()
  const documents = createMemo(() => {
    const record = app.record()
    return record ? documentsOf(record, props.feature) : []
  })
  const title = (id: string) => {
    const source = app.record()?.sourceById.get(id)
    return (app.language() === 'en' ? source?.titleEn : source?.title) ?? id
  }
  return (
    <section class="documents">
      <h3>{app.t('sources.name')}</h3>
      <ul class="sources" aria-label={app.t('sources.name')}>
        <For each={documents()}>
          {({ id, plans }) => (
            <li>
              <button type="button" class="source-button" onClick={() => app.actions.openItem({ kind: 'source', id })}>
                {title(id)} <span class="tabular">{app.record()?.sourceById.get(id)?.date}</span>
              </button>
              <Show when={plans > 0}>
                <span class="quiet tabular">{app.t('sources.plans', { count: plans })}</span>
              </Show>
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}
