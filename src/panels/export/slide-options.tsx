import { For, Show } from 'solid-js'
import { exportMessage } from '../../model/messages/export'
import { useMessages } from '../context'

const shapes = ['wide', 'classic'] as const

/** The shape of slides, and a deck whose masters they are laid upon. */
export function SlideOptions(props: {
  shape: (typeof shapes)[number]
  onShape: (shape: (typeof shapes)[number]) => void
  template: string | undefined
  onTemplate: (template: { name: string; bytes: Uint8Array } | undefined) => void
}) {
  const t = useMessages(exportMessage)
  let input: HTMLInputElement | undefined
  const read = async (file: File | undefined) => {
    if (file) props.onTemplate({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
  }
  const clear = () => {
    if (input) input.value = ''
    props.onTemplate(undefined)
  }
  return (
    <fieldset class="export-options">
      <legend>{t('export.shape')}</legend>
      <For each={shapes}>
        {(shape) => (
          <label>
            <input
              type="radio"
              name="slide-shape"
              checked={props.shape === shape}
              onChange={() => props.onShape(shape)}
              disabled={props.template !== undefined}
            />
            {t(`export.${shape}`)}
          </label>
        )}
      </For>
      <label>
        {t('export.template')}
        <input
          ref={input}
          type="file"
          accept=".pptx,.potx"
          onChange={(event) => read(event.currentTarget.files?.[0])}
        />
      </label>
      <Show when={props.template !== undefined}>
        <button type="button" class="button" onClick={clear}>
          {t('export.templateClear')}
        </button>
      </Show>
    </fieldset>
  )
}
