/** Runs `run` once what the page shows now has been painted: the second frame begins when the first has. */
export function afterPaint(run: () => void) {
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(run)))
}
