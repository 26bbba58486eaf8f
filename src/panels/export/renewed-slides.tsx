import { For, Show } from 'solid-js'
import type { RenewedDeck } from '../../model/handout/exporter'
import { exportMessage } from '../../model/messages/export'
import { useMessages } from '../context'

/** What became of a deck that was renewed, slide by slide. */
export function RenewedSlides(props: { deck: RenewedDeck }) {
  const t = useMessages(exportMessage)
  return (
    <section>
      <h3>{t('export.renewed')}</h3>
      <p>{t('export.renewedCount', { changed: props.deck.changed.length, same: props.deck.same })}</p>
      <List title={t('export.renewedChanged')} slides={props.deck.changed} />
      <List title={t('export.renewedGone')} slides={props.deck.gone} />
      <List title={t('export.renewedMissing')} slides={props.deck.missing.map((title) => ({ title }))} />
    </section>
  )
}

function List(props: { title: string; slides: readonly { no?: number; title: string }[] }) {
  const t = useMessages(exportMessage)
  return (
    <Show when={props.slides.length > 0}>
      <p class="quiet">{props.title}</p>
      <ul class="export-slides" aria-label={props.title}>
        <For each={props.slides}>
          {({ no, title }) => <li>{no === undefined ? title : t('export.slide', { no, title })}</li>}
        </For>
      </ul>
    </Show>
  )
}
