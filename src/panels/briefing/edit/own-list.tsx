import { createResource, For, Show } from 'solid-js'
import { ownSlug } from '../../../model/briefing/briefing'
import type { KeptLine } from '../../../model/briefing/own-briefings'
import { editMessage } from '../../../model/messages/briefing-edit'
import { useApp, useMessages } from '../../context'

/** The reader's own briefings on this device, each to be played or edited, and a file to be opened. */
export function OwnList() {
  const app = useApp()
  const t = useMessages(editMessage)
  const [own] = createResource(() => app.services.ownBriefings().catch(() => undefined))
  const lines = () => own()?.kept.list() ?? []
  let input: HTMLInputElement | undefined
  const edit = (id: string | undefined) => {
    app.actions.showLinkDialog(undefined)
    app.actions.askEditor(id === undefined ? { kind: 'new' } : { kind: 'kept', id })
  }
  const play = ({ id }: KeptLine) => {
    const kept = own()?.kept.read(id)
    const [first] = kept?.own.briefing.scenes ?? []
    if (!kept || !first) return
    own()?.playing(kept.own, 'device')
    app.actions.showLinkDialog(undefined)
    app.actions.showScene(first.view, { briefing: ownSlug, index: first.no })
  }
  const openFile = async () => {
    const file = input?.files?.[0]
    app.actions.showLinkDialog(undefined)
    if (file) await app.services.openFiles([file])
  }
  return (
    <section>
      <h3>{t('edit.mine')}</h3>
      <ul class="briefing-list">
        <For each={lines()}>
          {(line) => <OwnLine line={line} onPlay={() => play(line)} onEdit={() => edit(line.id)} />}
        </For>
      </ul>
      <div class="share-actions">
        <button type="button" class="button" onClick={() => edit(undefined)}>
          {t('edit.new')}
        </button>
        <button type="button" class="button" onClick={() => input?.click()}>
          {t('edit.openFile')}
        </button>
        <input ref={input} type="file" accept=".json,application/json" hidden onChange={openFile} />
      </div>
    </section>
  )
}

function OwnLine(props: { line: KeptLine; onPlay: () => void; onEdit: () => void }) {
  const t = useMessages(editMessage)
  return (
    <li>
      <p>{t('edit.option', { title: props.line.title || t('edit.untitled'), count: props.line.scenes })}</p>
      <div class="share-actions">
        <Show when={props.line.scenes > 0}>
          <button
            type="button"
            class="button"
            aria-label={t('edit.playNamed', { title: props.line.title })}
            onClick={() => props.onPlay()}
          >
            {t('edit.play')}
          </button>
        </Show>
        <button
          type="button"
          class="button"
          aria-label={t('edit.openNamed', { title: props.line.title })}
          onClick={() => props.onEdit()}
        >
          {t('edit.openEditor')}
        </button>
      </div>
    </li>
  )
}
