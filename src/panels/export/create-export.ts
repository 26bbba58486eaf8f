import { type Accessor, createSignal } from 'solid-js'
import type { ExportedFile, ExportOptions, RenewedDeck } from '../../model/handout/exporter'
import type { FormatId } from '../../model/handout/formats'
import type { HandoutSubject } from '../../model/handout/handout-of'
import { exportMessage } from '../../model/messages/export'
import { paperMessage } from '../../model/messages/paper'
import type { Language } from '../../model/messages/text'
import { number } from '../../model/numbers'
import { PartError } from '../../model/part'
import { useApp, useMessages } from '../context'

/** The writing of files: one at a time, with its progress and what is said of it. */
export interface ExportJob {
  /** What is being written. */
  working: Accessor<FormatId | 'renew' | undefined>
  /** 0…1 */
  share: Accessor<number>
  said: Accessor<string>
  /** The deck that was renewed last. */
  renewed: Accessor<RenewedDeck | undefined>
  /** Given up when the first file is written. */
  resting: AbortSignal
  run: (id: FormatId) => Promise<void>
  /** Renews a deck made before. */
  renew: (deck: Uint8Array) => Promise<void>
  cancel: () => void
}

/** Returns the writing of files for the dialog around it. */
export function createExport(subject: Accessor<HandoutSubject>, options: Accessor<ExportOptions>): ExportJob {
  const app = useApp()
  const t = useMessages(exportMessage)
  const [working, setWorking] = createSignal<FormatId | 'renew'>()
  const [share, setShare] = createSignal(0)
  const [said, setSaid] = createSignal('')
  const [renewed, setRenewed] = createSignal<RenewedDeck>()
  const rest = new AbortController()
  let controller: AbortController | undefined
  const save = ({ name, blob, bare, dpi, ownRows }: ExportedFile) => {
    const fewer = dpi === undefined ? '' : paperMessage(app.language(), 'paper.fewerDots', { dpi })
    const own = ownRows ? t('export.ownRowsIn', { count: number(ownRows, app.language()) }) : ''
    app.services.saveFile(name, blob, blob.type)
    setSaid(
      t('export.saved', { name, size: sizeText(blob.size, app.language()) }) +
        (bare ? t('export.bare') : '') +
        fewer +
        own,
    )
  }
  const write = async (id: FormatId, signal: AbortSignal) => {
    const exporter = await app.services.exporter()
    const request = { subject: subject(), format: id, options: options(), signal, onProgress: setShare }
    if (id === 'pdf') {
      const printed = paperMessage(app.language(), 'paper.printed', { count: await exporter.print(request) })
      return setSaid(printed + (app.session().mapMode === 'static-only' ? t('export.bare') : ''))
    }
    save(await exporter.make(request))
  }
  const renewDeck = async (deck: Uint8Array, signal: AbortSignal) => {
    const renewal = await (await app.services.exporter()).renew(subject(), deck)
    signal.throwIfAborted()
    if (!renewal) {
      setSaid(t('export.noDeck'))
      return
    }
    if (renewal.changed.length > 0) save(renewal.file)
    else setSaid(t('export.renewedNothing'))
    setRenewed(renewal)
  }
  const start = async (what: FormatId | 'renew', work: (signal: AbortSignal) => Promise<unknown>): Promise<void> => {
    if (working()) return
    const own = new AbortController()
    controller = own
    rest.abort()
    setSaid('')
    setRenewed(undefined)
    setShare(0)
    setWorking(what)
    try {
      await work(own.signal)
    } catch (error) {
      if (own.signal.aborted) setSaid(t('export.cancelled'))
      else if (error instanceof PartError) app.services.lostPart(() => start(what, work))
      else {
        console.warn(error)
        setSaid(failureText(t, error))
      }
    } finally {
      setWorking(undefined)
    }
  }
  return {
    ...{ working, share, said, renewed },
    resting: rest.signal,
    cancel: () => {
      rest.abort()
      controller?.abort()
    },
    run: (id) => start(id, (signal) => write(id, signal)),
    renew: (deck) => start('renew', (signal) => renewDeck(deck, signal)),
  }
}

const sizeText = (bytes: number, language: Language) =>
  bytes < 1e6 ? `${number(Math.ceil(bytes / 1000), language)} kB` : `${number(bytes / 1e6, language, 1)} MB`

type Words = ReturnType<typeof useMessages<Parameters<typeof exportMessage>[1]>>

/** Why a file was not written, as far as it is known. */
function failureText(t: Words, error: unknown): string {
  const fault = error instanceof Error && 'fault' in error ? error.fault : undefined
  if (fault === 'no-package' || fault === 'no-presentation' || fault === 'no-layout')
    return t('export.failed', { reason: t(`export.templateFault.${fault}`) })
  if (fault === 'no-webgl') return t('export.failed', { reason: t('export.noWebgl') })
  if (fault === 'no-site') return t('export.failed', { reason: t('export.noSite') })
  return t('export.failedPlain')
}
