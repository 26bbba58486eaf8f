import { Show } from 'solid-js'
import { opensDetail } from '../../model/layout'
import { AddHere } from '../briefing/add-button'
import { BriefingsButton } from '../briefing/list/briefings-button'
import { type App, useApp } from '../context'
import { FileButtons } from '../own/file-buttons'

/** 复制链接, 分享, 导出 and 汇报. While 详情 is open its own foot copies, so that there is one button of that name. */
export function ShareButtons() {
  const app = useApp()
  return (
    <div class="share-buttons">
      <Show when={!opensDetail(app.view())}>
        <button type="button" class="button" onClick={() => copyLink(app)}>
          {app.t('link.copy')}
        </button>
      </Show>
      <ShareButton />
      <ExportButton />
      <BriefingsButton />
      <FileButtons />
      <AddHere place="foot" />
    </div>
  )
}

/** Opens the dialog for everything beyond copying. */
export function ShareButton() {
  const app = useApp()
  return (
    <button type="button" class="button" onClick={() => app.actions.showLinkDialog('share')}>
      {app.t('share.open')}
    </button>
  )
}

/** Opens the dialog for everything that is taken along as a file. */
export function ExportButton() {
  const app = useApp()
  return (
    <button type="button" class="button" onClick={() => app.actions.showLinkDialog('export')}>
      {app.t('export.open')}
    </button>
  )
}

/** Copies the link of the view as it is and says so. */
export async function copyLink(app: App) {
  const link = app.services.addressOf({ ...app.view(), embed: [] })
  const done = await app.services.copyText(link)
  app.actions.notify(done ? 'link.copied' : 'link.copyFailed', { link }, done ? 'done' : 'warning')
}
