import { Show } from 'solid-js'
import { useApp } from '../context'

/** How many rows of a tab the filters hide, with a button to clear them; nothing if they hide none. */
export function HiddenRows(props: { all: number; shown: number }) {
  const app = useApp()
  return (
    <Show when={props.shown < props.all}>
      <p class="hidden-note quiet">
        {app.t('plans.shown', { shown: props.shown, all: props.all })}{' '}
        <button type="button" class="text-button" onClick={app.actions.clearFilters}>
          {app.t('filters.clear')}
        </button>
      </p>
    </Show>
  )
}
