import { createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js'
import { isDistrictCode } from '../../../data/schema-ids'
import type { SearchEntry, SearchIndex } from '../../model/search/index-record'
import { type App, useApp } from '../context'
import { recentChoices } from './recent'

type Engine = typeof import('./engine')

/** The options of one kind under one heading. */
export interface OptionGroup {
  key: string
  label: string
  entries: readonly SearchEntry[]
  /** How many more there are than are listed. */
  more: number
}

const mostSuggested = 6

/** Of more features than these the index takes longer than a reader's way to the first key: it is made once they are on the map. */
const mostIndexedOnUse = 3000

/** The index and the engine that asks it, in a chunk of its own: made on first use. */
function createIndex(app: App) {
  const [wanted, setWanted] = createSignal(false)
  const [engine, setEngine] = createSignal<Engine>()
  createEffect(
    on(wanted, (now) => {
      if (!now) return
      app.services.wantDetails()
      app.services
        .loadPart(() => import('./engine'))
        .then(setEngine, () => {
          setWanted(false)
          app.services.lostPart(() => setWanted(true))
        })
    }),
  )
  createEffect(() => {
    if ((app.record()?.features.length ?? 0) > mostIndexedOnUse && app.session().recordDrawn) setWanted(true)
  })
  const [index, setIndex] = createSignal<SearchIndex>()
  const [isWhole, setIsWhole] = createSignal(false)
  createEffect(() => {
    const [record, details, code] = [app.record(), app.details(), engine()]
    if (!wanted() || !record || !code) return
    let isStale = false
    onCleanup(() => {
      isStale = true
    })
    const show = (made: SearchIndex | undefined, whole: boolean) => {
      if (!made || (!whole && isWhole())) return
      setIndex(made)
      setIsWhole(whole)
    }
    code
      .searchIndexInPieces(
        record,
        details,
        () => isStale,
        (made) => show(made, false),
      )
      .then((made) => show(made, true))
  })
  return { index, isWhole, engine, prepare: () => setWanted(true) }
}

/** The state of the box: query, index, and what is offered. */
export function createSearch() {
  const app = useApp()
  const [query, setQuery] = createSignal('')
  const [choices, setChoices] = createSignal(0)
  const { index, isWhole, engine, prepare } = createIndex(app)
  const answer = createMemo(() => {
    const current = index()
    const found = current && query().trim() !== '' ? engine()?.search(current, query()) : undefined
    // What no place has in its name may still stand in a plan.
    return found?.groups.length === 0 && !isWhole() ? undefined : found
  })
  const offers = createMemo((): OptionGroup[] => {
    choices()
    const current = index()
    if (!current) return []
    const byKey = new Map(current.entries.map((entry) => [`${entry.kind}:${entry.id}`, entry]))
    const recent = recentChoices().flatMap((choice) => byKey.get(choice) ?? [])
    const suggested = suggestions(current)
    return [
      { key: 'recent', label: app.t('search.recent'), entries: recent, more: 0 },
      { key: 'suggested', label: app.t('search.suggested'), entries: suggested, more: 0 },
    ].filter(({ entries }) => entries.length > 0)
  })
  const ownRows = createMemo(() => (app.session().own && engine()?.searchOwn(app.session().own, query())) || [])
  const recordGroups = createMemo((): OptionGroup[] => {
    const found = answer()
    if (!found) return query().trim() === '' ? offers() : []
    if (found.groups.length === 0)
      return found.nearest.length > 0
        ? [{ key: 'nearest', label: app.t('search.nearest'), entries: found.nearest, more: 0 }]
        : offers()
    return found.groups.map(({ kind, hits, more }) => ({
      key: kind,
      label: app.t(`search.${kind}`),
      entries: hits.map(({ entry }) => entry),
      more,
    }))
  })
  const groups = createMemo((): OptionGroup[] => {
    const rows = ownRows()
    const ofRows = { key: 'own', label: app.t('search.own'), entries: rows, more: 0 }
    return rows.length > 0 ? [...recordGroups(), ofRows] : recordGroups()
  })
  return {
    query,
    setQuery,
    prepare,
    ready: () => isWhole() || answer() !== undefined || (index() !== undefined && query().trim() === ''),
    /** More was typed or pasted than is looked for. */
    soughtFor: () => query().trim().slice(0, engine()?.longestQuery),
    isCut: () => query().length > (engine()?.longestQuery ?? Number.POSITIVE_INFINITY),
    nothingFound: () => answer()?.groups.length === 0 && ownRows().length === 0,
    groups,
    options: createMemo(() => groups().flatMap(({ entries }) => entries)),
    choicesChanged: () => setChoices((count) => count + 1),
  }
}

/** The state of the search box. */
export type Search = ReturnType<typeof createSearch>

/** Features other than districts with the most plans: a district is one press away on the map. */
function suggestions({ entries }: SearchIndex): SearchEntry[] {
  return entries
    .filter(({ kind, id }) => kind === 'feature' && !isDistrictCode(id))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, mostSuggested)
}
