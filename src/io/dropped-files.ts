/** Files dropped on the page. */

/** Calls `open` with a file dropped anywhere on the page. Returns a function that stops it. */
export function acceptDroppedFiles(open: (file: File) => void): () => void {
  const holdsFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
  const onDragOver = (event: DragEvent) => {
    if (holdsFile(event)) event.preventDefault()
  }
  const onDrop = (event: DragEvent) => {
    if (!holdsFile(event)) return
    event.preventDefault()
    const file = event.dataTransfer?.files[0]
    if (file) open(file)
  }
  document.addEventListener('dragover', onDragOver)
  document.addEventListener('drop', onDrop)
  return () => {
    document.removeEventListener('dragover', onDragOver)
    document.removeEventListener('drop', onDrop)
  }
}
