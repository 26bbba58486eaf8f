import { release } from 'virtual:yulan-assets'
import { useApp } from '../context'

/** Bottom left of every screen: data date, datum, and what this map is not. */
export function Statement() {
  const app = useApp()
  return (
    <footer class="statement">
      <p>
        <span>{app.t('app.dataDate', { date: release })}</span> <span>{app.t('app.datum')}</span>{' '}
        <span>{app.t('app.statement')}</span>
      </p>
      <button type="button" class="text-button" onClick={() => app.actions.openItem({ kind: 'page', id: 'about' })}>
        {app.t('about.open')}
      </button>
    </footer>
  )
}
