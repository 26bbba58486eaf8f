import { type Accessor, createSignal } from 'solid-js'
import type { ExportOptions } from '../../model/handout/exporter'
import type { FormatId } from '../../model/handout/formats'
import type { HandoutSubject } from '../../model/handout/handout-of'
import { exportMessage } from '../../model/messages/export'
import { number } from '../../model/numbers'
import { useApp, useMessages } from '../context'

/** The writing of files: one at a time, with its progress and what is said of it. */
export interface ExportJob {
  /** The format that is being written. */
  working: Accessor<FormatId | undefined>
  /** 0…1 */
  share: Accessor<number>
  said: Accessor<string>
  run: (id: FormatId) => Promise<void>
  cancel: () => void
}

/** Returns the writing of files for the dialog around it. */
export function createExport(subject: Accessor<HandoutSubject>, options: Accessor<ExportOptions>): ExportJob {
  const app = useApp()
  const t = useMessages(exportMessage)
  const [working, setWorking] = createSignal<FormatId>()
  const [share, setShare] = createSignal(0)
  const [said, setSaid] = createSignal('')
  let controller: AbortController | undefined
  const sizeText = (bytes: number) =>
    bytes < 1e6
      ? `${number(Math.ceil(bytes / 1000), app.language())} kB`
      : `${number(bytes / 1e6, app.language(), 1)} MB`
  const write = async (id: FormatId, signal: AbortSignal) => {
    if (id === 'pdf') {
      app.actions.showLinkDialog(undefined)
      return app.services.printPage()
    }
    if (id === 'png') {
      await app.services.saveMapPicture()
      return setSaid(t('export.saved', { name: 'PNG', size: '' }))
    }
    const exporter = await app.services.exporter()
    const file = await exporter.make({
      subject: subject(),
      format: id,
      options: options(),
      signal,
      onProgress: setShare,
    })
    app.services.saveFile(file.name, file.blob, file.blob.type)
    setSaid(t('export.saved', { name: file.name, size: sizeText(file.blob.size) }))
  }
  return {
    working,
    share,
    said,
    cancel: () => controller?.abort(),
    run: async (id) => {
      if (working()) return
      const own = new AbortController()
      controller = own
      setSaid('')
      setShare(0)
      setWorking(id)
      try {
        await write(id, own.signal)
      } catch (error) {
        if (!own.signal.aborted) console.warn(error)
        setSaid(own.signal.aborted ? t('export.cancelled') : failure(error))
      } finally {
        setWorking(undefined)
      }
    },
  }

  function failure(error: unknown): string {
    const fault = error instanceof Error && 'fault' in error ? error.fault : undefined
    if (fault === 'no-package' || fault === 'no-presentation' || fault === 'no-layout')
      return t('export.failed', { reason: t(`export.templateFault.${fault}`) })
    return t('export.failedPlain')
  }
}
