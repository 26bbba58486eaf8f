import { createEffect, createUniqueId, onMount } from 'solid-js'

/** What a field of the editor needs. */
export interface TextFieldProps {
  label: string
  value: string
  onChange: (text: string) => void
  /** The field is left: what is typed next is another step. */
  onLeave: () => void
  rows?: number
  labelHidden?: boolean
  placeholder?: string
}

/** A field whose text is kept as one types; its own undoing is left alone as long as nothing else changes its text. */
export function TextField(props: TextFieldProps) {
  const id = createUniqueId()
  let field: HTMLInputElement | HTMLTextAreaElement | undefined
  // Setting the same text again would make the browser forget what can be undone in the field.
  const follow = () => {
    if (field && field.value !== props.value) field.value = props.value
  }
  onMount(() => createEffect(follow))
  const shared = () => ({
    id,
    class: 'edit-field',
    placeholder: props.placeholder,
    onInput: (event: InputEvent & { currentTarget: HTMLInputElement | HTMLTextAreaElement }) =>
      props.onChange(event.currentTarget.value),
    onBlur: () => props.onLeave(),
  })
  return (
    <div class="edit-labelled">
      <label for={id} classList={{ 'visually-hidden': props.labelHidden, 'edit-label': !props.labelHidden }}>
        {props.label}
      </label>
      {props.rows ? (
        <textarea ref={(element) => (field = element)} rows={props.rows} {...shared()} />
      ) : (
        <input ref={(element) => (field = element)} type="text" autocomplete="off" {...shared()} />
      )}
    </div>
  )
}
