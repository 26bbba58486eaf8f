import { Show } from 'solid-js'
import { useApp } from '../context'

/** 打开文件, and beside it 我的数据 once there are some. */
export function FileButtons() {
  const app = useApp()
  let picker: HTMLInputElement | undefined
  const open = (input: HTMLInputElement) => {
    const files = [...(input.files ?? [])]
    // The same file may be chosen again.
    input.value = ''
    if (files.length > 0) app.services.openFiles(files)
  }
  return (
    <>
      <button type="button" class="button" onClick={() => picker?.click()}>
        {app.t('files.open')}
      </button>
      <input type="file" multiple hidden ref={picker} onChange={(event) => open(event.currentTarget)} />
      <Show when={app.session().own}>
        {(own) => (
          <button
            type="button"
            class="button"
            aria-expanded={own().open}
            onClick={() => app.actions.showOwnData(!own().open)}
          >
            {app.t('own-data.name')}
          </button>
        )}
      </Show>
    </>
  )
}
