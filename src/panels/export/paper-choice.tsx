import { For } from 'solid-js'
import { type Orientation, type PaperChoice, paperIds } from '../../model/handout/paper'
import { paperMessage } from '../../model/messages/paper'
import { useMessages } from '../context'

/** A choice of one of several, with its label before it. */
export function Choice<T extends string>(props: {
  label: string
  value: T
  options: readonly { value: T; text: string }[]
  onChange: (value: T) => void
}) {
  const chosen = (value: string) => props.options.find((option) => option.value === value)?.value
  return (
    <label>
      {props.label}{' '}
      <select
        onChange={(event) => {
          const value = chosen(event.currentTarget.value)
          if (value !== undefined) props.onChange(value)
        }}
      >
        <For each={props.options}>
          {(option) => (
            <option value={option.value} selected={option.value === props.value}>
              {option.text}
            </option>
          )}
        </For>
      </select>
    </label>
  )
}

/** The choice of how a paper is held. */
export function OrientationChoice(props: { choice: PaperChoice; onChange: (orientation: Orientation) => void }) {
  const t = useMessages(paperMessage)
  return (
    <Choice
      label={t('paper.orientation')}
      value={props.choice.orientation}
      options={(['portrait', 'landscape'] as const).map((value) => ({ value, text: t(`paper.${value}`) }))}
      onChange={props.onChange}
    />
  )
}

/** The papers as a choice offers them. */
export const paperOptions = paperIds.map((value) => ({ value, text: value.toUpperCase() }))
