import { For, Show } from 'solid-js'
import { exportMessage } from '../../model/messages/export'
import { useMessages } from '../context'
import { FileButton } from '../parts/file-button'

const shapes = ['wide', 'classic'] as const

/** A file that was opened, in memory. */
export interface OpenedFile {
  name: string
  bytes: Uint8Array
}

/** The shape of slides, a deck whose masters they are laid upon, and the renewal of a deck made before. */
export function SlideOptions(props: {
  shape: (typeof shapes)[number]
  onShape: (shape: (typeof shapes)[number]) => void
  template: string | undefined
  onTemplate: (template: OpenedFile | undefined) => void
  onOlder: (older: OpenedFile) => void
}) {
  const t = useMessages(exportMessage)
  const read = async (file: File, use: (file: OpenedFile) => void) =>
    use({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
  return (
    <fieldset class="export-options">
      <legend>{t('export.shape')}</legend>
      <Show when={props.template === undefined}>
        <For each={shapes}>
          {(shape) => (
            <label>
              <input
                type="radio"
                name="slide-shape"
                checked={props.shape === shape}
                onChange={() => props.onShape(shape)}
              />{' '}
              {t(`export.${shape}`)}
            </label>
          )}
        </For>
      </Show>
      <FileButton
        text={t('export.template')}
        accept=".pptx,.potx"
        onFile={(file) => read(file, (opened) => props.onTemplate(opened))}
      />
      <Show when={props.template}>
        {(name) => (
          <>
            <span class="quiet">{t('export.templateOn', { name: name() })}</span>
            <button type="button" class="button" onClick={() => props.onTemplate(undefined)}>
              {t('export.templateClear')}
            </button>
          </>
        )}
      </Show>
      <FileButton text={t('export.renew')} accept=".pptx" onFile={(file) => read(file, props.onOlder)} />
      <p class="quiet">{t('export.renewNote')}</p>
    </fieldset>
  )
}
