import type { JSX } from 'solid-js'
import type { Briefing } from '../../model/briefing/briefing'
import { useApp } from '../context'

/** Opens 导出 for a briefing. */
export function ExportBriefingButton(props: { briefing: Briefing; class?: string }): JSX.Element {
  const app = useApp()
  return (
    <button
      type="button"
      class={props.class ?? 'button'}
      onClick={() => app.actions.exportThis({ briefing: props.briefing })}
    >
      {app.t('export.open')}
    </button>
  )
}
