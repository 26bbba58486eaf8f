import { Show } from 'solid-js'
import { firstPartner } from '../../model/compare-partner'
import { useApp } from '../context'

/** In a district's panel: sets it beside a neighbour; others are chosen there. */
export function CompareButton() {
  const app = useApp()
  const selected = () => {
    const { districts, feature } = app.view()
    return feature === undefined && districts[0] !== undefined ? app.record()?.featureById.get(districts[0]) : undefined
  }
  const compare = (id: string) => {
    const record = app.record()
    const partner = record && firstPartner(record, id)
    if (partner) app.actions.compareDistricts([id, partner])
  }
  return (
    <Show when={selected()} keyed>
      {(district) => (
        <button
          type="button"
          class="button"
          title={app.t('compare.openTitle', { name: app.nameOf(district) })}
          onClick={() => compare(district.properties.id)}
        >
          {app.t('compare.open')}
        </button>
      )}
    </Show>
  )
}
