import type { JSX } from 'solid-js'
import type { Briefing } from '../../model/briefing/briefing'
import type { Exported } from '../../state/store'
import { useApp } from '../context'

/** Opens 导出 for a briefing; over the dialog `from`, if it is given. */
export function ExportBriefingButton(props: {
  briefing: Briefing
  class?: string
  from?: Exported['from']
}): JSX.Element {
  const app = useApp()
  return (
    <button
      type="button"
      class={props.class ?? 'button'}
      onClick={() => app.actions.exportThis({ briefing: props.briefing, from: props.from })}
    >
      {app.t('export.open')}
    </button>
  )
}
