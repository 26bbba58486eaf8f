import { onCleanup, onMount, Show } from 'solid-js'
import { filterWords, isFiltered } from '../model/filters/words'
import { useApp } from './context'
import '../styles/print.css'

/** What only paper shows: the view's title and filters above the map, and at the end where to find it again. */
export function PrintPage() {
  const app = useApp()
  // The map keeps its colours: it cannot change them before the browser has taken its picture.
  const begin = () => {
    if (!app.session().printing) app.actions.beginPrintingAsShown()
  }
  onMount(() => {
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', app.actions.endPrinting)
  })
  onCleanup(() => {
    window.removeEventListener('beforeprint', begin)
    window.removeEventListener('afterprint', app.actions.endPrinting)
  })
  const words = () => {
    const record = app.record()
    if (!record || !isFiltered(app.filter())) return undefined
    const parts = filterWords(record, app.details(), app.filter(), app.language())
    return app.t('words.prefix', { words: parts.join(app.language() === 'en' ? '; ' : '；') })
  }
  return (
    <Show when={app.session().printing === 'page'}>
      <header class="print-head">
        <h1>{document.title}</h1>
        <p>{[words(), app.t('app.asOf', { date: app.today })].filter(Boolean).join(' · ')}</p>
      </header>
      <p class="print-link">{app.t('print.link', { link: app.services.addressOf({ ...app.view(), embed: [] }) })}</p>
    </Show>
  )
}
