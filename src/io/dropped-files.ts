/** Files that come to the page: dropped anywhere, or pasted outside of a field, as files or as text. */

/** Calls `open` with all files dropped on the page. Returns a function that stops it. */
export function acceptDroppedFiles(open: (files: readonly File[]) => void): () => void {
  const holdsFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
  const onDragOver = (event: DragEvent) => {
    if (holdsFile(event)) event.preventDefault()
  }
  const onDrop = (event: DragEvent) => {
    if (!holdsFile(event)) return
    event.preventDefault()
    const files = [...(event.dataTransfer?.files ?? [])]
    if (files.length > 0) open(files)
  }
  document.addEventListener('dragover', onDragOver)
  document.addEventListener('drop', onDrop)
  return () => {
    document.removeEventListener('dragover', onDragOver)
    document.removeEventListener('drop', onDrop)
  }
}

/** Calls `open` with what is pasted outside of a field. Returns a function that stops it. */
export function acceptPasted(open: (pasted: readonly File[] | string) => void): () => void {
  const onPaste = (event: ClipboardEvent) => {
    const { target, clipboardData } = event
    if (!clipboardData || event.defaultPrevented) return
    if (target instanceof Element && target.closest('input, textarea, [contenteditable]')) return
    const files = [...clipboardData.files]
    const text = clipboardData.getData('text/plain')
    if (files.length > 0) open(files)
    else if (text) open(text)
  }
  document.addEventListener('paste', onPaste)
  return () => document.removeEventListener('paste', onPaste)
}
