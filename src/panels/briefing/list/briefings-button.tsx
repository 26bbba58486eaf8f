import { useApp } from '../../context'

/** Opens the list of published briefings. */
export function BriefingsButton() {
  const app = useApp()
  return (
    <button type="button" class="button" onClick={() => app.actions.showLinkDialog('briefings')}>
      {app.t('briefing.list')}
    </button>
  )
}
