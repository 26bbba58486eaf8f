import { CompareButton } from '../compare/compare-button'
import { useApp } from '../context'
import { ShareButton } from '../share/share-buttons'

/** The actions of the panel: copy the link of what it shows. */
export function DetailFoot() {
  const app = useApp()
  const copy = async () => {
    const link = app.services.addressOf(app.view())
    const done = await app.services.copyText(link)
    app.actions.notify(done ? 'link.copied' : 'link.copyFailed', { link }, done ? 'done' : 'warning')
  }
  return (
    <div class="panel-foot">
      <button type="button" class="button button-primary" onClick={copy}>
        {app.t('link.copy')}
      </button>
      <ShareButton />
      <CompareButton />
    </div>
  )
}
