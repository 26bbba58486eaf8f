import { createMemo, For, Show } from 'solid-js'
import { themeIds } from '../../data/schema-ids'
import { themeCounts } from '../model/visible'
import { useApp } from './context'

/** Title, theme toggles with the number of plans each would show, and the way to the list. */
export function ThemePanel() {
  const app = useApp()
  const counts = createMemo(() => {
    const record = app.record()
    return record && themeCounts(record, app.view())
  })
  const all = () => app.view().themes.length === themeIds.length
  return (
    <header class="theme-panel panel">
      <div class="brand">
        <h1>{app.t('app.name')}</h1>
        <p>{app.t('app.subtitle')}</p>
      </div>
      <fieldset class="themes" aria-label={app.t('themes.name')}>
        <For each={app.record()?.themes}>
          {(theme) => (
            <button
              type="button"
              class="theme"
              data-theme={theme.id}
              aria-pressed={app.view().themes.includes(theme.id)}
              title={theme.description}
              onClick={() => app.actions.toggleTheme(theme.id)}
            >
              <span class="theme-mark" aria-hidden="true" />
              <span class="theme-name">{app.language() === 'en' ? theme.nameEn : theme.name}</span>
              <span class="theme-count">{counts()?.get(theme.id)?.plans}</span>
            </button>
          )}
        </For>
      </fieldset>
      <div class="theme-actions">
        <button
          type="button"
          class="button"
          aria-expanded={app.session().catalogueOpen}
          onClick={() => app.actions.setSession({ catalogueOpen: !app.session().catalogueOpen })}
        >
          {app.t('catalogue.open')}
        </button>
        <Show when={!all()}>
          <button type="button" class="text-button" onClick={() => app.actions.setThemes(themeIds)}>
            {app.t('themes.all')}
          </button>
        </Show>
        <Show when={all()}>
          <button type="button" class="text-button" onClick={() => app.actions.setThemes([])}>
            {app.t('themes.none')}
          </button>
        </Show>
      </div>
    </header>
  )
}
