import { createSignal, Show } from 'solid-js'
import { workbookMessage } from '../../model/messages/workbook'
import { PartError } from '../../model/part'
import { useApp, useMessages } from '../context'
import { FileButton } from '../parts/file-button'
import '../../styles/workbook.css'

/** The record as a workbook: taken along, and opened again. */
export function WorkbookExport() {
  const app = useApp()
  const t = useMessages(workbookMessage)
  const [working, setWorking] = createSignal(false)
  const [said, setSaid] = createSignal('')
  const make = async () => {
    if (working()) return
    setWorking(true)
    setSaid(t('export.working'))
    try {
      const file = await (await app.services.recordWorkbooks()).make(app.language())
      if (file) app.services.saveFile(file.name, file.blob, file.blob.type)
      setSaid(file ? t('export.done', { name: file.name }) : t('export.failed'))
    } catch (error) {
      setSaid('')
      if (!(error instanceof PartError)) throw error
      app.services.lostPart(make)
    } finally {
      setWorking(false)
    }
  }
  return (
    <Show when={location.protocol !== 'file:'} fallback={<p>{t('export.alone')}</p>}>
      <p>{t('export.text')}</p>
      <div class="workbook-actions">
        <button type="button" class="button" aria-disabled={working()} onClick={make}>
          {t('export.make')}
        </button>
        <FileButton text={t('export.open')} accept=".xlsx" onFile={(file) => app.services.openFiles([file])} />
      </div>
      <p class="quiet" role="status">
        {said()}
      </p>
    </Show>
  )
}
