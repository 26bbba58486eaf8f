import { createEffect, createMemo, createSignal, Show } from 'solid-js'
import type { MessageKey } from '../../model/messages'
import { shareText, shareTitle } from '../../model/share-text'
import { linkLengthCap } from '../../state/link'
import { type App, useApp } from '../context'
import { EmbedCode } from './embed-code'
import { LinkDialog } from './link-dialog'
import { QrSection } from './qr-section'
import { ViewFileSection } from './view-file-section'

/** Everything one may hand on of a view: link, text, QR code, embed code, file. */
export function ShareDialog() {
  const app = useApp()
  const [withCamera, setWithCamera] = createSignal(true)
  const [said, setSaid] = createSignal('')
  const { view, link, title, text } = createShared(app, withCamera)
  const length = () => new URL(link()).search.length - '?m='.length
  const copy = async (content: string, done: MessageKey) => {
    setSaid('')
    setSaid(app.t((await app.services.copyText(content)) ? done : 'share.copyFailed'))
  }
  return (
    <LinkDialog title={app.t('share.title')}>
      <section class="share-link">
        <label>
          <span class="share-label">{app.t('share.link')}</span>
          <input class="share-field" readonly value={link()} onFocus={(event) => event.currentTarget.select()} />
        </label>
        <LinkLength length={length()} shown={link().length} />
        <label class="share-choice">
          <input
            type="checkbox"
            checked={withCamera()}
            onChange={(event) => setWithCamera(event.currentTarget.checked)}
          />
          {app.t('share.camera')}
        </label>
        <div class="share-actions">
          <button type="button" class="button button-primary" onClick={() => copy(link(), 'link.copied')}>
            {app.t('link.copy')}
          </button>
          <button type="button" class="button" onClick={() => copy(text(), 'share.textCopied')}>
            {app.t('share.copyText')}
          </button>
          <SystemShare title={title()} text={text()} link={link()} />
          <button type="button" class="button" onClick={() => app.actions.exportThis({ at: 'pdf' })}>
            {app.t('print.open')}
          </button>
        </div>
        <p class="share-said" role="status">
          {said()}
        </p>
      </section>
      <section>
        <label>
          <span class="share-label">{app.t('share.text')}</span>
          <textarea class="share-field share-text" readonly rows="5" value={text()} />
        </label>
      </section>
      <QrSection link={link()} />
      <EmbedCode view={view()} title={title()} onCopy={(code) => copy(code, 'share.embedCopied')} />
      <ViewFileSection view={view()} title={title()} />
    </LinkDialog>
  )
}

/** The view that is handed on, its link, and what is said of it. */
function createShared(app: App, withCamera: () => boolean) {
  createEffect(() => app.services.wantDetails())
  const view = createMemo(() => {
    const { view, session } = app.store.getState()
    return { ...view, embed: [], camera: withCamera() ? (view.camera ?? session.liveCamera) : undefined }
  })
  const link = createMemo(() => app.services.addressOf(view()))
  const input = () => {
    const record = app.record()
    const { today } = app
    return record && { record, details: app.details(), view: view(), language: app.language(), link: link(), today }
  }
  const title = () => {
    const given = input()
    return given ? shareTitle(given) : app.t('app.name')
  }
  const text = createMemo(() => {
    const given = input()
    return given ? shareText(given) : link()
  })
  return { view, link, title, text }
}

/** The cap is for what the view adds; what is said is the length of what is copied. */
function LinkLength(props: { length: number; shown: number }) {
  const app = useApp()
  return (
    <Show
      when={props.length > linkLengthCap}
      fallback={<p class="quiet tabular">{app.t('share.length', { count: props.shown })}</p>}
    >
      <p class="note">{app.t('share.tooLong', { count: props.length })}</p>
    </Show>
  )
}

/** The sheet of the system, where there is one: phones and some desktops. */
function SystemShare(props: { title: string; text: string; link: string }) {
  const app = useApp()
  return (
    <Show when={canShare(app)}>
      <button
        type="button"
        class="button"
        onClick={() => app.services.shareBySystem?.({ title: props.title, text: props.text, url: props.link })}
      >
        {app.t('share.system')}
      </button>
    </Show>
  )
}

const canShare = (app: App) => app.services.shareBySystem !== undefined
