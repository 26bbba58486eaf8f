import type { JSX } from 'solid-js'

/** A group of choices with what its counts count. */
export function Group(props: { name: string; unit: string; column?: boolean; children: JSX.Element }) {
  return (
    <fieldset class="filter-group" classList={{ 'filter-column': props.column }}>
      <legend>
        {props.name} <span class="quiet">{props.unit}</span>
      </legend>
      {props.children}
    </fieldset>
  )
}

/** One choice and how much it would show. */
export function Chip(props: { pressed: boolean; count: number; onPress: () => void; children: JSX.Element }) {
  return (
    <button
      type="button"
      class="chip"
      classList={{ 'chip-empty': props.count === 0 && !props.pressed }}
      aria-pressed={props.pressed}
      onClick={() => props.onPress()}
    >
      <span>{props.children}</span>
      <span class="chip-count tabular">{props.count}</span>
    </button>
  )
}
