/** A button of the house that opens the system's choice of a file. */
export function FileButton(props: {
  text: string
  /** Endings, with their dots, separated by commas. */
  accept: string
  disabled?: boolean
  onFile: (file: File) => void
}) {
  let input: HTMLInputElement | undefined
  const chosen = () => {
    const file = input?.files?.[0]
    // The same file can be chosen again.
    if (input) input.value = ''
    if (file) props.onFile(file)
  }
  return (
    <>
      <button
        type="button"
        class="button"
        aria-disabled={props.disabled}
        onClick={() => props.disabled || input?.click()}
      >
        {props.text}
      </button>
      <input ref={input} type="file" accept={props.accept} aria-label={props.text} hidden onChange={chosen} />
    </>
  )
}
