import { useApp } from '../context'

/** Opens and closes the statistics. */
export function StatisticsButton() {
  const app = useApp()
  const open = () => app.view().item?.kind === 'page' && app.view().item?.id === 'statistics'
  return (
    <button
      type="button"
      class="button"
      aria-expanded={open()}
      onClick={() => app.actions.openItem(open() ? undefined : { kind: 'page', id: 'statistics' })}
    >
      {app.t('page.statistics')}
    </button>
  )
}
