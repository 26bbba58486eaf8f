import { createMemo, createSignal, For } from 'solid-js'
import { embedCode } from '../../model/embed'
import type { EmbedFlag, View } from '../../model/view'
import { useApp } from '../context'

const choices = [
  { name: 'bare', flags: ['bare'] },
  { name: 'detail', flags: ['detail'] },
  { name: 'themes', flags: ['themes', 'detail'] },
] as const satisfies readonly { name: string; flags: readonly EmbedFlag[] }[]

/** The lines that put this view into another page. */
export function EmbedCode(props: { view: View; title: string; onCopy: (code: string) => void }) {
  const app = useApp()
  const [chosen, setChosen] = createSignal<(typeof choices)[number]>(choices[1])
  const [still, setStill] = createSignal(false)
  const code = createMemo(() => {
    const embed: EmbedFlag[] = [...(chosen()?.flags ?? []), ...(still() ? (['still'] as const) : [])]
    return embedCode(app.services.addressOf({ ...props.view, embed }), props.title)
  })
  return (
    <section>
      <h3>{app.t('share.embed')}</h3>
      <fieldset class="share-choices">
        <legend class="share-label">{app.t('share.embedShow')}</legend>
        <For each={choices}>
          {(choice) => (
            <label class="share-choice">
              <input type="radio" name="embed" checked={chosen() === choice} onChange={() => setChosen(choice)} />
              {app.t(`share.embed.${choice.name}`)}
            </label>
          )}
        </For>
        <label class="share-choice">
          <input type="checkbox" checked={still()} onChange={(event) => setStill(event.currentTarget.checked)} />
          {app.t('share.embedStill')}
        </label>
      </fieldset>
      <textarea class="share-field share-code" readonly rows="3" aria-label={app.t('share.embed')} value={code()} />
      <div class="share-actions">
        <button type="button" class="button" onClick={() => props.onCopy(code())}>
          {app.t('share.embedCopy')}
        </button>
      </div>
    </section>
  )
}
