import { Show } from 'solid-js'
import type { DistrictNumbers } from '../../model/plans/district-plans'
import { useApp } from '../context'

/**
 * `12+3 55`: what names a district, what is about features in it alone, and paler what is about shared features,
 * which `sharedLabel` may name.
 */
export function ReachNumbers(props: { numbers: DistrictNumbers; sharedLabel?: string }) {
  const app = useApp()
  const spoken = () => app.t('reach.spoken', { ...props.numbers })
  return (
    <>
      <span class="reach" aria-hidden="true" title={spoken()}>
        <span>
          {props.numbers.own}
          <Show when={props.numbers.within > 0}>+{props.numbers.within}</Show>
        </span>
        <Show when={props.numbers.shared > 0}>
          <span class="reach-shared">
            {props.sharedLabel} {props.numbers.shared}
          </span>
        </Show>
      </span>
      <span class="visually-hidden">{spoken()}</span>
    </>
  )
}
