import { createEffect, createMemo, createSignal, For, Show, Suspense } from 'solid-js'
import { themeIds } from '../../data/schema-ids'
import { themeCounts, visibleFeatures } from '../model/filters/visible'
import { filterGroups, filterWords, isFiltered } from '../model/filters/words'
import { AskMapButton } from './analysis/ask-buttons'
import { type App, useApp } from './context'
import { lazyPart } from './lazy-part'
import { PreferenceSwitch } from './preference-switch'
import { SearchBox } from './search/search-box'
import { ShareButtons } from './share/share-buttons'
import { onEscape } from './sheet/focus'
import { StatisticsButton } from './statistics/statistics-button'

const Catalogue = lazyPart(() => import('./catalogue/catalogue').then((module) => module.Catalogue))
const Filters = lazyPart(() => import('./filters/filters').then((module) => module.Filters))

/** The left panel: title, theme toggles with the number of plans each would show, filters, and the list. */
export function ThemePanel() {
  const app = useApp()
  const [filtersOpen, setFiltersOpen] = createSignal(false)
  let filtersButton: HTMLButtonElement | undefined
  const catalogueOpen = () => app.session().catalogueOpen
  createEffect(() => catalogueOpen() && setFiltersOpen(false))
  const toggleFilters = () => {
    const open = !filtersOpen()
    app.actions.showCatalogue(false)
    setFiltersOpen(open)
  }
  const closeFilters = () => {
    setFiltersOpen(false)
    filtersButton?.focus()
  }
  const filters = { onLost: () => setFiltersOpen(false), again: () => setFiltersOpen(true) }
  const catalogue = {
    onLost: () => app.actions.showCatalogue(false),
    again: () => app.actions.showCatalogue(true),
  }
  const closeOpened = () => (filtersOpen() ? closeFilters() : app.actions.showCatalogue(false))
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what is open in it, wherever in it the focus is
    <header
      class="theme-panel panel"
      onKeyDown={(event) => (filtersOpen() || catalogueOpen()) && onEscape(event, closeOpened)}
      classList={{ 'theme-panel-open': filtersOpen() || catalogueOpen() }}
    >
      <div class="brand">
        <h1>{app.t('app.name')}</h1>
        <p>{app.t('app.subtitle')}</p>
      </div>
      <SearchBox />
      <div class="theme-strip">
        <Themes />
        <FilterLine />
        <div class="theme-actions">
          <button
            type="button"
            class="button"
            ref={filtersButton}
            aria-expanded={filtersOpen()}
            onClick={toggleFilters}
          >
            {app.t('filters.open')}
            <Show when={filterCount(app)}>{(count) => <span class="button-count tabular">{count()}</span>}</Show>
          </button>
          <CatalogueButton />
          <StatisticsButton />
          <AskMapButton />
        </div>
        <div class="theme-foot">
          <ShareButtons />
          <AllThemes />
          <PreferenceSwitch />
        </div>
      </div>
      <Suspense>
        <Show when={filtersOpen()}>
          <Filters onClose={closeFilters} place={filters} />
        </Show>
        <Show when={catalogueOpen()}>
          <Catalogue place={catalogue} />
        </Show>
      </Suspense>
    </header>
  )
}

const filterCount = (app: App) => filterGroups(app.filter().filters) + (app.filter().years ? 1 : 0)

function Themes() {
  const app = useApp()
  const counts = createMemo(() => {
    const record = app.record()
    return record && themeCounts(record, app.filter())
  })
  return (
    <fieldset class="themes" aria-label={app.t('themes.name')}>
      <For each={app.record()?.themes}>
        {(theme) => (
          <button
            type="button"
            class="theme"
            data-theme={theme.id}
            aria-pressed={app.filter().themes.includes(theme.id)}
            title={app.language() === 'en' ? theme.nameEn : theme.description}
            onClick={() => app.actions.toggleTheme(theme.id)}
          >
            <span class="theme-mark" aria-hidden="true" />
            <span class="theme-name">{app.language() === 'en' ? theme.nameEn : theme.name}</span>
            <span class="theme-count">{counts()?.get(theme.id)}</span>
          </button>
        )}
      </For>
    </fieldset>
  )
}

/** What is filtered, in words, and one press that clears it. */
function FilterLine() {
  const app = useApp()
  const words = createMemo(() => {
    const record = app.record()
    return record && isFiltered(app.filter()) ? filterWords(record, app.details(), app.filter(), app.language()) : []
  })
  createEffect(() => {
    const { departments, investment } = app.filter().filters
    if (departments.length > 0 || investment) app.services.wantDetails()
  })
  return (
    <div class="filter-line" aria-live="polite">
      <Show when={words().length > 0}>
        <p>
          {app.t('words.prefix', { words: words().join(app.language() === 'en' ? '; ' : '；') })}{' '}
          <button type="button" class="text-button" onClick={app.actions.clearFilters}>
            {app.t('filters.clear')}
          </button>
        </p>
      </Show>
    </div>
  )
}

function CatalogueButton() {
  const app = useApp()
  const open = () => app.session().catalogueOpen
  const total = createMemo(() => {
    const record = app.record()
    return record && visibleFeatures(record, app.filter()).length
  })
  return (
    <button type="button" class="button" aria-expanded={open()} onClick={() => app.actions.showCatalogue(!open())}>
      {app.t('catalogue.open')}
      <Show when={total() !== undefined}>
        <span class="button-count tabular" aria-hidden="true">
          {total()}
        </span>
      </Show>
    </button>
  )
}

function AllThemes() {
  const app = useApp()
  const all = () => app.filter().themes.length === themeIds.length
  return (
    <button type="button" class="text-button" onClick={() => app.actions.setThemes(all() ? [] : themeIds)}>
      {app.t(all() ? 'themes.none' : 'themes.all')}
    </button>
  )
}
