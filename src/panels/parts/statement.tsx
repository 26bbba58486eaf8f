import { release } from 'virtual:yulan-assets'
import { Show } from 'solid-js'
import { showsOwnData } from '../../state/own-shown'
import { useApp } from '../context'

/** Bottom left of every screen: data date, datum, and what this map is not. */
export function Statement() {
  const app = useApp()
  const own = app.select(showsOwnData)
  return (
    <footer class="statement">
      <p>
        <span>{app.t('app.dataDate', { date: release })}</span> <span>{app.t('app.datum')}</span>{' '}
        <span>{app.t('app.statement')}</span>{' '}
        <Show when={own()}>
          <strong>{app.t('own-data.mark')}</strong>
        </Show>
      </p>
      <button type="button" class="text-button" onClick={() => app.actions.openItem({ kind: 'page', id: 'about' })}>
        {app.t('about.open')}
      </button>
    </footer>
  )
}
