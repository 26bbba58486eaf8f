import { createSignal, For, Show, Suspense } from 'solid-js'
import { statuses } from '../../../data/schema-ids'
import { aboutMessage } from '../../model/messages/about'
import { useApp, useMessages } from '../context'
import { lazyPart } from '../lazy-part'
import { PreferenceSwitch } from '../preference-switch'

const WorkbookExport = lazyPart(() => import('../workbook/workbook-export').then((module) => module.WorkbookExport))
const ComponentsList = lazyPart(() => import('./components-list').then((module) => module.ComponentsList))

/** 资料与说明: every source, its terms and its limits. */
export function AboutPage() {
  const app = useApp()
  const t = useMessages(aboutMessage)
  const documents = () => app.record()?.sources.filter(({ kind }) => kind !== 'dataset').length ?? 0
  return (
    <>
      <p class="about-text">{t('about.text', { count: documents() })}</p>
      <p class="about-text">{t('about.limits')}</p>
      <Show when={app.session().keptOffline}>
        <p class="about-text">{t('about.offline', { date: app.record()?.release ?? '' })}</p>
      </Show>
      <StatusRule />
      <ul class="about-sources" aria-label={app.t('sources.name')}>
        <For each={app.record()?.sources}>
          {(source) => (
            <li>
              <strong>{app.language() === 'en' ? source.titleEn : source.title}</strong>
              <p class="quiet">
                {source.publisher} · {source.date}
                <Show when={source.dateNote}> · {source.dateNote}</Show>
              </p>
              <Show when={source.licence}>
                <p class="quiet">{app.t('about.licence', { licence: source.licence ?? '' })}</p>
              </Show>
              <Show when={source.limits}>
                <p class="quiet">{t('about.limit', { limits: source.limits ?? '' })}</p>
              </Show>
            </li>
          )}
        </For>
      </ul>
      <Workbook />
      <p class="quiet">{t('about.code')}</p>
      <Components />
      <PreferenceSwitch />
    </>
  )
}

/** The record as a workbook; what makes it comes when it is opened. */
function Workbook() {
  const t = useMessages(aboutMessage)
  const [open, setOpen] = createSignal(false)
  return (
    <details class="about-rule" open={open()} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('about.workbook')}</summary>
      <Suspense>
        <Show when={open()}>
          <WorkbookExport place={{ onLost: () => setOpen(false), again: () => setOpen(true) }} />
        </Show>
      </Suspense>
    </details>
  )
}

/** What the code is made of; the list comes when it is opened. */
function Components() {
  const t = useMessages(aboutMessage)
  const [open, setOpen] = createSignal(false)
  return (
    <details class="about-rule" open={open()} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('about.components')}</summary>
      <Suspense>
        <Show when={open()}>
          <ComponentsList place={{ onLost: () => setOpen(false), again: () => setOpen(true) }} />
        </Show>
      </Suspense>
    </details>
  )
}

/** The written rule behind every status, and what a year and a district's numbers mean. */
function StatusRule() {
  const app = useApp()
  const t = useMessages(aboutMessage)
  return (
    <details class="about-rule">
      <summary>{t('about.rule')}</summary>
      <p>{t('about.ruleStatus')}</p>
      <dl>
        <For each={statuses}>
          {(status) => (
            <div>
              <dt>
                <span class={`status status-${status}`}>{app.t(`status.${status}`)}</span>
              </dt>
              <dd>{t(`about.status.${status}`)}</dd>
            </div>
          )}
        </For>
      </dl>
      <p>{t('about.ruleYears', { date: app.today })}</p>
      <p>{t('about.ruleDistricts')}</p>
    </details>
  )
}
