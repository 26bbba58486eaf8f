import { type Accessor, createSignal, onCleanup } from 'solid-js'

/** Returns whether the browser is printing the page itself, not pages laid for paper. Must be called in an owner. */
export function createPrinting(): Accessor<boolean> {
  const [printing, setPrinting] = createSignal(false)
  const begin = () => setPrinting(!document.querySelector('.paper-laid'))
  const end = () => setPrinting(false)
  window.addEventListener('beforeprint', begin)
  window.addEventListener('afterprint', end)
  onCleanup(() => {
    window.removeEventListener('beforeprint', begin)
    window.removeEventListener('afterprint', end)
  })
  return printing
}
