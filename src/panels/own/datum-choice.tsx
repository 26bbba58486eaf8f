import { createMemo, createSignal, createUniqueId, For, onCleanup, Show } from 'solid-js'
import type { Language } from '../../model/messages'
import { ownDataMessage } from '../../model/messages/own-data'
import { ownReadingMessage } from '../../model/messages/own-data-reading'
import { number } from '../../model/numbers'
import type { UndecidedTable } from '../../model/own-data/own-data'
import type { KnownDatum } from '../../model/own-data/own-layer'
import { ownFormats } from '../../model/own-data/own-table'
import { type DatumProposal, proposeDatum } from '../../model/own-data/propose-datum'
import { ownContextOf } from '../../model/own-data/record-places'
import { toWgs84 } from '../../model/own-data/to-wgs84'
import type { OwnActions } from '../../state/own-actions'
import { useApp, useMessages } from '../context'
import { Problems } from './problems'

const ofDegrees: readonly KnownDatum[] = [{ kind: 'wgs84' }, { kind: 'gcj02' }, { kind: 'bd09' }]

/** The zones of the region, by 3° and 6°, with and without the number of the zone in the eastings. */
const ofZones: readonly KnownDatum[] = [105, 108, 111].flatMap((meridian) =>
  ([3, 6] as const)
    .filter((zoneWidth) => zoneWidth === 3 || meridian % 6 === 3)
    .flatMap((zoneWidth) =>
      [false, true].map((prefixed) => ({ kind: 'gaussKruger' as const, meridian, zoneWidth, prefixed })),
    ),
)

const ofMeters: readonly KnownDatum[] = [
  ...ofZones,
  { kind: 'utm', zone: 48, south: false },
  { kind: 'utm', zone: 49, south: false },
  { kind: 'webMercator' },
]

/** A table whose coordinates may be in several datums: what speaks for which, and the reader's decision. */
export function DatumChoice(props: { undecided: UndecidedTable; actions: OwnActions }) {
  const app = useApp()
  const t = useMessages(ownDataMessage)
  const table = () => props.undecided.table
  const proposal = createMemo((): DatumProposal | undefined => {
    const record = app.record()
    return record && proposeDatum(table(), ownContextOf(record))
  })
  const proposed = () => {
    const datum = proposal()?.datum
    return datum && datum.kind !== 'unknownLocal' ? datum : undefined
  }
  const [chosen, setChosen] = createSignal<KnownDatum>()
  const datum = () => chosen() ?? proposed()
  const options = createMemo(() => {
    const all = proposal()?.evidence.unit === 'meters' ? ofMeters : ofDegrees
    const first = proposed()
    return first ? [first, ...all.filter((each) => !sameDatum(each, first))] : all
  })
  const apply = () => {
    const wanted = datum()
    if (wanted) props.actions.decideDatum(props.undecided.id, toWgs84(table(), wanted), wanted)
  }
  return (
    <section class="own-datum" aria-label={`${t('own-data.datum')}：${table().name}`}>
      <h3>{table().name}</h3>
      <p class="quiet tabular">
        {t('own-data.read', {
          format: ownFormats[table().format].name,
          count: number(table().rows.length, app.language()),
        })}
      </p>
      <Show when={proposal()} fallback={<p class="quiet">{app.t('detail.loading')}</p>}>
        {(found) => <Evidence proposal={found()} actions={props.actions} />}
      </Show>
      <DatumOptions options={options()} chosen={datum()} proposed={proposed()} onChoose={setChosen} />
      <div class="own-tools">
        <button type="button" class="button button-primary" disabled={!datum()} onClick={apply}>
          {t('own-data.datum.apply')}
        </button>
        <button type="button" class="button" onClick={() => props.actions.dropUndecided(props.undecided.id)}>
          {t('own-data.datum.drop')}
        </button>
      </div>
      <Problems table={table()} />
    </section>
  )
}

function DatumOptions(props: {
  options: readonly KnownDatum[]
  chosen: KnownDatum | undefined
  proposed: KnownDatum | undefined
  onChoose: (datum: KnownDatum) => void
}) {
  const app = useApp()
  const t = useMessages(ownDataMessage)
  const group = createUniqueId()
  return (
    <fieldset>
      <legend>{t('own-data.datum')}</legend>
      <For each={props.options}>
        {(each) => (
          <label class="own-choice">
            <input
              type="radio"
              name={group}
              checked={props.chosen !== undefined && sameDatum(each, props.chosen)}
              onChange={() => props.onChoose(each)}
            />
            {datumText(each, app.language())}
            <Show when={sameDatum(each, props.proposed)}>
              <span class="tag">{t('own-data.datum.proposed')}</span>
            </Show>
          </label>
        )}
      </For>
    </fieldset>
  )
}

/** What the proposal rests on, in words and as arrows on the map. */
function Evidence(props: { proposal: DatumProposal; actions: OwnActions }) {
  const t = useMessages(ownDataMessage)
  const [arrows, setArrows] = createSignal(false)
  const evidence = () => props.proposal.evidence
  const show = (wanted: boolean) => {
    setArrows(wanted)
    props.actions.showArrows(wanted ? evidence().arrows : undefined)
  }
  onCleanup(() => arrows() && props.actions.showArrows(undefined))
  return (
    <>
      <Show when={evidence().matchedNames > 0 && evidence().medianMetersAfter !== undefined}>
        <p>
          {t('own-data.datum.evidence', {
            count: evidence().matchedNames,
            before: Math.round(evidence().medianMetersBefore ?? 0),
            after: Math.round(evidence().medianMetersAfter ?? 0),
          })}
        </p>
        <button type="button" class="text-button" aria-pressed={arrows()} onClick={() => show(!arrows())}>
          {t(arrows() ? 'own-data.datum.noArrows' : 'own-data.datum.arrows')}
        </button>
      </Show>
      <Show when={evidence().declared}>
        {(declared) => <p class="quiet">{t('own-data.datum.declared', { crs: declared().text.slice(0, 80) })}</p>}
      </Show>
      <Show when={props.proposal.datum === undefined}>
        <p class="note">{t('own-data.datum.unsure')}</p>
      </Show>
      <Show when={props.proposal.datum?.kind === 'unknownLocal'}>
        <p class="note">{t('own-data.datum.local')}</p>
      </Show>
    </>
  )
}

const sameDatum = (one: KnownDatum, other: KnownDatum | undefined) => JSON.stringify(one) === JSON.stringify(other)

function datumText(datum: KnownDatum, language: Language): string {
  const name = ownReadingMessage(language, `own-data.datum.${datum.kind}`)
  if (datum.kind === 'utm') {
    const { zone, south } = datum
    const code = (south ? 32_700 : 32_600) + zone
    return `${name} · ${ownDataMessage(language, 'own-data.datum.utmZone', { zone: `${zone}${south ? 'S' : 'N'}`, code })}`
  }
  if (datum.kind !== 'gaussKruger') return name
  const prefix = datum.prefixed ? ownDataMessage(language, 'own-data.datum.prefixed') : ''
  const { meridian, zoneWidth: width } = datum
  const zone = ownDataMessage(language, 'own-data.datum.zone', { meridian, width, prefix })
  return `${name} · ${zone}`
}
