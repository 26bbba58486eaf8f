import { createEffect, createSignal, on, onCleanup, Show } from 'solid-js'
import type { SearchEntry } from '../../model/search/index-record'
import '../../styles/search.css'
import { useApp } from '../context'
import { belongsToInputMethod } from '../parts/input-method'
import { choose } from './choose'
import { rememberChoice } from './recent'
import { optionId, SearchList } from './search-list'
import { createSearch } from './search-model'

/** Results that filter the map and open nothing. */
const staysWithSearch: ReadonlySet<SearchEntry['kind']> = new Set(['theme', 'department', 'own'])

/** The search field: a combobox over the whole record. `/` brings the focus here from anywhere. */
export function SearchBox() {
  const app = useApp()
  const search = createSearch()
  const [open, setOpen] = createSignal(false)
  const [active, setActive] = createSignal(-1)
  let input: HTMLInputElement | undefined
  let box: HTMLElement | undefined

  createEffect(on([search.query, search.options], () => setActive(search.query().trim() === '' ? -1 : 0)))
  onSlash(() => {
    input?.focus()
    input?.select()
  })

  const take = (entry: SearchEntry | undefined) => {
    if (!entry) return
    // Nothing of own data is kept unasked.
    if (entry.kind !== 'own') rememberChoice(`${entry.kind}:${entry.id}`)
    search.choicesChanged()
    setOpen(false)
    search.setQuery('')
    choose(app, entry)
    // What is open already changes nothing, so its title would not take the focus by itself.
    if (!staysWithSearch.has(entry.kind))
      document.querySelector<HTMLElement>('aside h2')?.focus({ preventScroll: true })
  }
  const move = (step: number) => {
    const count = search.options().length
    if (count === 0) return
    setOpen(true)
    setActive((active() + step + count) % count)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (belongsToInputMethod(event)) return
    if (event.key === 'ArrowDown') move(1)
    else if (event.key === 'ArrowUp') move(active() < 0 ? 0 : -1)
    else if (event.key === 'Enter' && open()) take(search.options()[active()])
    else if (event.key === 'Escape' && (open() || search.query() !== '')) {
      if (open() && search.query() === '') setOpen(false)
      else search.setQuery('')
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <search
      class="search"
      ref={box}
      onFocusOut={(event) => {
        if (!box?.contains(event.relatedTarget as Node | null)) setOpen(false)
      }}
    >
      <input
        ref={input}
        class="search-input"
        type="text"
        role="combobox"
        aria-label={app.t('search.name')}
        aria-autocomplete="list"
        aria-expanded={open()}
        aria-controls="search-list"
        aria-activedescendant={open() && active() >= 0 ? optionId(active()) : undefined}
        aria-keyshortcuts="/"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        enterkeyhint="search"
        placeholder={app.t('search.placeholder')}
        value={search.query()}
        onFocus={() => {
          search.prepare()
          setOpen(true)
        }}
        onPointerDown={() => setOpen(true)}
        onInput={(event) => {
          search.setQuery(event.currentTarget.value)
          setOpen(true)
        }}
        onKeyDown={onKeyDown}
      />
      <Show when={search.query() !== ''} fallback={<kbd class="search-key">/</kbd>}>
        <button
          type="button"
          class="search-clear"
          aria-label={app.t('search.clear')}
          onClick={() => {
            search.setQuery('')
            input?.focus()
          }}
        >
          ×
        </button>
      </Show>
      <Show when={open()}>
        <SearchList search={search} active={active()} onTake={take} />
      </Show>
      <span class="visually-hidden" aria-live="polite">
        {open() && search.ready() && search.query().trim() !== ''
          ? search.nothingFound()
            ? app.t('search.none', { query: search.soughtFor() })
            : app.t('search.count', { count: search.options().length })
          : ''}
      </span>
    </search>
  )
}

/** Runs `focus` when `/` is pressed outside any field. */
function onSlash(focus: () => void) {
  const listener = (event: KeyboardEvent) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return
    const target = event.target as HTMLElement | null
    if (target?.closest('input, textarea, select, [contenteditable="true"]')) return
    event.preventDefault()
    focus()
  }
  document.addEventListener('keydown', listener)
  onCleanup(() => document.removeEventListener('keydown', listener))
}
