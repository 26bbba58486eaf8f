import { type JSX, onMount } from 'solid-js'
import { belongsToInputMethod } from '../../parts/input-method'

/** A dialog of the show in which one types, with what is found beneath: its field has the focus at once. */
export function TypeBox(props: {
  class: string
  name: string
  hint: string
  text: string
  onText: (text: string) => void
  /** Takes the first of what is found. */
  onEnter: () => void
  children: JSX.Element
}) {
  let input: HTMLInputElement | undefined
  onMount(() => input?.focus())
  return (
    <div class={`show-box ${props.class}`} role="dialog" aria-label={props.name}>
      <label>
        <span>{props.name}</span>
        <input
          ref={input}
          type="text"
          autocomplete="off"
          placeholder={props.hint}
          value={props.text}
          onInput={(event) => props.onText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || belongsToInputMethod(event)) return
            event.preventDefault()
            props.onEnter()
          }}
        />
      </label>
      {props.children}
    </div>
  )
}
