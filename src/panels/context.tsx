/** What every panel needs: the store as signals, the actions, and texts in the reader's language. */

import type { Feature, Geometry } from 'geojson'
import { type Accessor, createContext, createMemo, type JSX, useContext } from 'solid-js'
import type { FeatureProperties } from '../../data/schema'
import { message } from '../model/messages'
import type { DetailFiles, Record } from '../model/record'
import type { View } from '../model/view'
import type { Actions } from '../state/actions'
import { fromStore } from '../state/solid'
import type { Language, Session, State, Store } from '../state/store'

/** What the panels may ask of the world outside: each is given by the composition root. */
export interface Services {
  copyText: (text: string) => Promise<boolean>
  addressOf: (view: View) => string
  retryRecord: () => void
  /** Starts loading projects, indicators, relations and contradictions, once. */
  wantDetails: () => void
  saveFile: (name: string, content: string, type: string) => void
}

export interface App {
  store: Store
  actions: Actions
  services: Services
  view: Accessor<View>
  session: Accessor<Session>
  record: Accessor<Record | undefined>
  details: Accessor<DetailFiles | undefined>
  language: Accessor<Language>
  select: <T>(selector: (state: State) => T) => Accessor<T>
  /** A text of the catalogue in the reader's language. */
  t: (key: string, values?: { [name: string]: string | number }) => string
  /** A feature's name in the reader's language. */
  nameOf: (feature: Feature<Geometry | null, FeatureProperties>) => string
}

const AppContext = createContext<App>()

export function useApp(): App {
  const app = useContext(AppContext)
  if (!app) throw new Error('a panel was drawn outside the application')
  return app
}

export function AppProvider(props: { store: Store; actions: Actions; services: Services; children: JSX.Element }) {
  const { store, actions, services } = props
  const select = <T,>(selector: (state: State) => T) => fromStore(store, selector)
  const session = select((state) => state.session)
  const language = select((state) => state.session.language)
  const recordState = select((state) => state.session.record)
  const detailState = select((state) => state.session.details)
  const app: App = {
    store,
    actions,
    services,
    select,
    session,
    language,
    view: select((state) => state.view),
    record: createMemo(() => ready(recordState())),
    details: createMemo(() => ready(detailState())),
    t: (key, values) => message(language(), key, values),
    nameOf: ({ properties }) => (language() === 'en' ? properties.nameEn : properties.name),
  }
  return <AppContext.Provider value={app}>{props.children}</AppContext.Provider>
}

function ready<T>(loaded: { status: string; value?: T }): T | undefined {
  return loaded.status === 'ready' ? loaded.value : undefined
}
