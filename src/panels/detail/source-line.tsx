import { For } from 'solid-js'
import type { SourceReference } from '../../../data/schema'
import { useApp } from '../context'

/** Where it is written: document, section and date of statement. */
export function SourceLine(props: { sources: readonly SourceReference[]; stated?: string }) {
  const app = useApp()
  const shown = (reference: SourceReference) => {
    const source = app.record()?.sourceById.get(reference.id)
    const section = reference.item ? `${reference.section} ${reference.item}` : reference.section
    if (!source) return section
    const title = app.language() === 'en' ? source.titleEn : source.title
    return source.kind === 'dataset' ? title : `${title} · ${section} · ${source.date}`
  }
  return (
    <span class="source">
      <For each={props.sources}>{(source) => <span class="source-item">{shown(source)}</span>}</For>
    </span>
  )
}
