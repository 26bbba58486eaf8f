import { createResource, For, Match, Switch } from 'solid-js'
import type { Briefing } from '../../../model/briefing/briefing'
import { listMessage } from '../../../model/messages/briefing-list'
import { useApp, useMessages } from '../../context'
import { ExportBriefingButton } from '../../export/export-buttons'
import { LinkDialog } from '../../share/link-dialog'
import { OwnList } from '../edit/own-list'
import '../../../styles/briefing-list.css'

/** The published briefings: each can be played on the map, or read as a page of its own. */
export function BriefingsDialog() {
  const app = useApp()
  const t = useMessages(listMessage)
  const [briefings, { refetch }] = createResource(async () => (await app.services.publishedBriefings()) ?? 'failed')
  const found = () => {
    const value = briefings.latest
    return Array.isArray(value) ? value : undefined
  }
  return (
    <LinkDialog title={app.t('briefing.list')}>
      <Switch>
        <Match when={briefings.loading}>
          <p role="status">{t('list.loading')}</p>
        </Match>
        <Match when={briefings.latest === 'failed'}>
          <p role="alert">
            {t('list.failed')}{' '}
            <button type="button" class="text-button" onClick={refetch}>
              {t('list.again')}
            </button>
          </p>
        </Match>
        <Match when={found()}>
          {(list) => (
            <ul class="briefing-list">
              <For each={list()} fallback={<li class="quiet">{t('list.none')}</li>}>
                {(briefing) => <BriefingItem briefing={briefing} />}
              </For>
            </ul>
          )}
        </Match>
      </Switch>
      <OwnList />
    </LinkDialog>
  )
}

function BriefingItem(props: { briefing: Briefing }) {
  const app = useApp()
  const t = useMessages(listMessage)
  const play = () => {
    const { slug, scenes } = props.briefing
    const [first] = scenes
    if (!first) return
    app.actions.showLinkDialog(undefined)
    app.actions.showScene(first.view, { briefing: slug, index: first.no })
  }
  return (
    <li>
      <h3 lang="zh-CN">{props.briefing.title}</h3>
      <p lang="zh-CN">{props.briefing.subtitle}</p>
      <p class="quiet tabular">
        {t('list.scenes', { date: props.briefing.date, count: props.briefing.scenes.length })}
      </p>
      <div class="share-actions">
        <button
          type="button"
          class="button button-primary"
          aria-label={t('list.playNamed', { title: props.briefing.title })}
          onClick={play}
        >
          {t('list.play')}
        </button>
        <a
          class="button"
          href={`b/${props.briefing.slug}/`}
          aria-label={t('list.pageNamed', { title: props.briefing.title })}
        >
          {t('list.page')}
        </a>
        <ExportBriefingButton briefing={props.briefing} from="briefings" />
      </div>
    </li>
  )
}
