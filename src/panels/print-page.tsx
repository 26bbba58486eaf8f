import { onCleanup, Show } from 'solid-js'
import { Portal } from 'solid-js/web'
import { filterWords, isFiltered } from '../model/filters/words'
import { useApp } from './context'
import '../styles/print.css'

/** What only paper shows, before the map: the view's title and filters, and where to find it again. */
export function PrintPage() {
  const app = useApp()
  return (
    <Show when={app.printing()}>
      <PrintHead />
    </Show>
  )
}

/** Its place is made only to print: put before all else at the start, it would have the page styled once more. */
function PrintHead() {
  const app = useApp()
  const beforeMap = document.createElement('div')
  document.body.prepend(beforeMap)
  onCleanup(() => beforeMap.remove())
  const words = () => {
    const record = app.record()
    if (!record || !isFiltered(app.filter())) return undefined
    const parts = filterWords(record, app.details(), app.filter(), app.language())
    return app.t('words.prefix', { words: parts.join(app.language() === 'en' ? '; ' : '；') })
  }
  return (
    <Portal mount={beforeMap}>
      <header class="print-head">
        <h1>{document.title}</h1>
        <p>{[words(), app.t('app.asOf', { date: app.today })].filter(Boolean).join(' · ')}</p>
        <p class="print-link">{app.t('print.link', { link: app.services.addressOf({ ...app.view(), embed: [] }) })}</p>
      </header>
    </Portal>
  )
}
