import { createSignal, For, onCleanup, Show } from 'solid-js'
import { ownDataMessage } from '../../model/messages/own-data'
import { number } from '../../model/numbers'
import { noOwnFilter } from '../../model/own-data/filter'
import { type OwnFound, type OwnLayer, type OwnQuestion, ownRelations } from '../../model/own-data/own-layer'
import { rowTest } from '../../model/own-data/where'
import type { OwnActions } from '../../state/own-actions'
import { FeatureField } from '../analysis/feature-field'
import { type App, useApp, useMessages } from '../context'
import { inSlices } from './in-slices'

/** Which rows lie in, near or across a feature of the record: the answer is a filter, seen on the map and in the list. */
export function RowQuestion(props: { layer: OwnLayer; actions: OwnActions }) {
  const app = useApp()
  const t = useMessages(ownDataMessage)
  const [relation, setRelation] = createSignal<OwnQuestion['relation']>('in')
  const [feature, setFeature] = createSignal(app.view().feature ?? app.view().districts[0])
  const [radiusMeters, setRadius] = createSignal(1000)
  const { problem, working, filter, setFound, ask } = createAsking(props, () => {
    const id = feature()
    return id === undefined ? undefined : { relation: relation(), feature: id, radiusMeters: radiusMeters() }
  })
  return (
    <details class="own-question" open={filter().found !== undefined}>
      <summary>{t('own-data.question')}</summary>
      <FeatureField label={t('own-data.question.feature')} value={feature()} onChoose={setFeature} />
      <label class="own-field">
        <span>{t('own-data.question.relation')}</span>
        <select
          value={relation()}
          onChange={(event) => setRelation(event.currentTarget.value as OwnQuestion['relation'])}
        >
          <For each={ownRelations}>{(each) => <option value={each}>{t(`own-data.relation.${each}`)}</option>}</For>
        </select>
      </label>
      <Show when={relation() === 'near'}>
        <label class="own-field">
          <span>{t('own-data.question.radius')}</span>
          <input
            type="number"
            min="1"
            max="50000"
            step="any"
            value={radiusMeters()}
            onChange={({ currentTarget: { valueAsNumber } }) => valueAsNumber > 0 && setRadius(valueAsNumber)}
          />
        </label>
      </Show>
      <button type="button" class="button" disabled={feature() === undefined} onClick={ask}>
        {t('own-data.question.ask')}
      </button>
      <p role="status">{working() ? t('own-data.question.asking') : problem() || answerWords(app, props.layer)}</p>
      <Show when={filter().found}>
        <button type="button" class="text-button" onClick={() => setFound(undefined)}>
          {t('own-data.question.clear')}
        </button>
      </Show>
    </details>
  )
}

/** The asking of a question about the rows of a layer: one at a time, in slices, its answer a filter. */
function createAsking(props: { layer: OwnLayer; actions: OwnActions }, question: () => OwnQuestion | undefined) {
  const app = useApp()
  const t = useMessages(ownDataMessage)
  const [problem, setProblem] = createSignal('')
  const [working, setWorking] = createSignal<AbortController>()
  onCleanup(() => working()?.abort())
  const filter = () => props.layer.filter ?? noOwnFilter
  const setFound = (found: OwnFound | undefined) => props.actions.setFilter(props.layer.id, { ...filter(), found })
  const ask = async () => {
    const [record, asked] = [app.record(), question()]
    if (!record || !asked?.feature) return
    const test = rowTest(record, asked)
    setProblem(typeof test === 'string' ? t(`own-data.question.${test}`, { feature: nameOf(app, asked.feature) }) : '')
    if (typeof test === 'string') return
    working()?.abort()
    const controller = new AbortController()
    setWorking(controller)
    const rows = new Set<number>()
    const all = props.layer.table.rows
    const each = (index: number) => {
      const row = all[index]
      if (row && test(row)) rows.add(index)
    }
    try {
      await inSlices(all.length, each, controller.signal)
      setFound({ question: asked, rows })
    } catch (error) {
      if (!controller.signal.aborted) throw error
    } finally {
      if (working() === controller) setWorking(undefined)
    }
  }
  return { problem, working, filter, setFound, ask }
}

function answerWords(app: App, { filter }: OwnLayer): string {
  if (!filter?.found) return ''
  const { question, rows } = filter.found
  return ownDataMessage(app.language(), 'own-data.question.answer', {
    count: number(rows.size, app.language()),
    relation: ownDataMessage(app.language(), `own-data.relation.${question.relation}`),
    feature: nameOf(app, question.feature),
  })
}

function nameOf(app: App, id: string): string {
  const feature = app.record()?.featureById.get(id)
  return feature ? app.nameOf(feature) : id
}
