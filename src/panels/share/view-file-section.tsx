import type { View } from '../../model/view'
import { useApp } from '../context'

/** The view as a file, saved and opened. */
export function ViewFileSection(props: { view: View; title: string }) {
  const app = useApp()
  let picker: HTMLInputElement | undefined
  const open = async (file: File | undefined) => {
    if (!file) return
    app.actions.showLinkDialog(undefined)
    await app.services.openFiles([file])
  }
  return (
    <section>
      <h3>{app.t('share.file')}</h3>
      <p class="quiet">{app.t('share.fileNote')}</p>
      <div class="share-actions">
        <button type="button" class="button" onClick={() => app.services.saveViewFile(props.view, props.title)}>
          {app.t('share.fileSave')}
        </button>
        <button type="button" class="button" onClick={() => picker?.click()}>
          {app.t('share.fileOpen')}
        </button>
        <input
          type="file"
          accept=".json,application/json"
          hidden
          ref={picker}
          onChange={(event) => open(event.currentTarget.files?.[0])}
        />
      </div>
    </section>
  )
}
