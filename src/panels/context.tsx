/** What every panel needs: the store as signals, the actions, and texts in the language of the page. */

import type { Feature, Geometry } from 'geojson'
import { type Accessor, createContext, createMemo, createSelector, type JSX, useContext } from 'solid-js'
import type { FeatureProperties, PastRelease } from '../../data/schema'
import type { PageRegion } from '../../data/schema-region'
import type { Basemap } from '../model/basemaps'
import type { Briefing } from '../model/briefing/briefing'
import type { OwnBriefings } from '../model/briefing/own-briefings'
import type { ShippedComponent } from '../model/components'
import type { RowFilter } from '../model/filters/visible'
import type { Exporter } from '../model/handout/exporter'
import { type MessageKey, message } from '../model/messages'
import type { MessageOf } from '../model/messages/text'
import type { OwnDataDevice } from '../model/own-data/device'
import type { DetailFiles, PlanRecord } from '../model/record'
import { regionValues } from '../model/region-values'
import type { View } from '../model/view'
import type { RecordWorkbooks } from '../model/workbook/record-workbooks'
import type { Actions } from '../state/actions'
import type { LostPart } from '../state/lost-parts'
import { fromStore } from '../state/solid'
import type { Language, Session, State, Store } from '../state/store'
import { createPrinting } from './parts/printing'

/** What the panels may ask of the world outside: each is given by the composition root. */
export interface Services extends ExchangeServices {
  /** The city the map is of. */
  region: PageRegion
  /** The basemaps the map may stand on, the embedded one first. */
  basemaps: readonly Basemap[]
  copyText: (text: string) => Promise<boolean>
  addressOf: (view: View) => string
  retryRecord: () => void
  /** Starts loading projects, indicators, relations and contradictions, once. */
  wantDetails: () => void
  /** The same once the map rests: parsed while it draws, they would keep it waiting. The answer gives it up. */
  wantDetailsAtRest: () => () => void
  /** A chart as a PNG. */
  pngOf: (image: { svg: string; width: number; height: number }) => Promise<Blob>
  saveFile: (name: string, content: string | Blob, type: string) => void
  /** What makes files of what is on the page; comes on use. */
  exporter: () => Promise<Exporter>
  /** What `load` imports; rejects with a `PartError` where it does not come. */
  loadPart: <Part>(load: () => Promise<Part>) => Promise<Part>
  /** The published briefings, fetched once; undefined where they cannot be had. */
  publishedBriefings: () => Promise<readonly Briefing[] | undefined>
  /** The software packages in what ships; undefined where the list cannot be had. */
  components: () => Promise<readonly ShippedComponent[] | undefined>
  /** Writes and reads the workbook of the record. Rejects with a `PartError` where that part does not come. */
  recordWorkbooks: () => Promise<RecordWorkbooks>
  /** How many features of an added layer each district has, from the table at an address; undefined without one. */
  layerCounts: (address: string) => Promise<ReadonlyMap<string, number> | undefined>
  /** Says that a part with a chunk of its own did not come, and offers to try again. */
  lostPart: LostPart
}

/** What crosses the page's edge besides links. */
export interface ExchangeServices {
  /** Oldest first; undefined where the list cannot be had. */
  loadPastReleases: () => Promise<PastRelease[] | undefined>
  /** Opens whatever is in the files: views, briefings, own data. */
  openFiles: (files: readonly File[]) => Promise<void>
  /** What own data need of the device. Rejects with a `PartError` where that part does not come. */
  ownData: () => Promise<OwnDataDevice>
  /** Reads and keeps the reader's own briefings. Rejects with a `PartError` where that part does not come. */
  ownBriefings: () => Promise<OwnBriefings>
  saveViewFile: (view: View, title: string) => void
  /** Rejects for a text that no QR code holds. */
  qrOf: (text: string) => Promise<QrDrawing>
  /** Undefined where the system has no sharing sheet. */
  shareBySystem: ((content: { title: string; text: string; url: string }) => Promise<void>) | undefined
}

/** A QR code as the share dialog draws it. */
export interface QrDrawing {
  version: number
  correction: string
  /** Dark modules, a unit each, in a square `width` units across. */
  path: string
  width: number
  svg: (pixels: number) => string
}

/** What every panel reads and calls. */
export interface App {
  store: Store
  actions: Actions
  services: Services
  region: PageRegion
  view: Accessor<View>
  session: Accessor<Session>
  record: Accessor<PlanRecord | undefined>
  details: Accessor<DetailFiles | undefined>
  /** What is asked of plans and features: the view's themes, filters and years; not told of anything else. */
  filter: Accessor<RowFilter>
  language: Accessor<Language>
  /** The reader's day, `YYYY-MM-DD`. */
  today: string
  /** Whether the page is being printed: what is cut short on the screen is there in full then. */
  printing: Accessor<boolean>
  select: <T>(selector: (state: State) => T) => Accessor<T>
  /** Returns a text of the message catalogue in the language of the page. */
  t: (key: MessageKey, values?: { [name: string]: string | number }) => string
  /** Returns a feature's name in the language of the page. */
  nameOf: (feature: Feature<Geometry | null, FeatureProperties>) => string
  /** What is selected; changes with the selection only. */
  selectedIds: Accessor<ReadonlySet<string>>
  /** Whether a feature is under the pointer or the keyboard's cursor, on the map or in a list. */
  isPointed: (id: string) => boolean
  /** The view's link without selection and camera, for links that select something else; changes only with those filters. */
  linkBase: Accessor<View>
}

const AppContext = createContext<App>()

/** Returns the texts of a part with a chunk of its own, in the language of the page. */
export function useMessages<Key extends string>(
  messageOf: MessageOf<Key>,
): (key: Key, values?: { [name: string]: string | number }) => string {
  const app = useApp()
  return (key, values) => messageOf(app.language(), key, { ...regionValues(app.region, app.language()), ...values })
}

/** Returns the context of the panels. Throws outside `AppProvider`. */
export function useApp(): App {
  const app = useContext(AppContext)
  if (!app) throw new Error('a panel was drawn outside the application')
  return app
}

/** Gives the panels below it the store, the actions and the services. */
export function AppProvider(props: { store: Store; actions: Actions; services: Services; children: JSX.Element }) {
  const { store, actions, services } = props
  const select = <T,>(selector: (state: State) => T) => fromStore(store, selector)
  const session = select((state) => state.session)
  const language = select((state) => state.session.language)
  const recordState = select((state) => state.session.record)
  const detailState = select((state) => state.session.details)
  const view = select((state) => state.view)
  const city = createMemo(() => regionValues(services.region, language()))
  const app: App = {
    store,
    actions,
    services,
    region: services.region,
    select,
    printing: createPrinting(),
    session,
    language,
    today: store.getState().session.today,
    view,
    filter: createMemo(() => rowFilterOf(view()), undefined, { equals: sameRowFilter }),
    selectedIds: createMemo(() => selectionOf(view()), undefined, { equals: sameSet }),
    isPointed: createSelector(select((state) => state.session.hovered)),
    linkBase: createMemo(() => withoutSelection(view()), undefined, { equals: sameBase }),
    record: createMemo(() => ready(recordState())),
    details: createMemo(() => ready(detailState())),
    t: (key, values) => message(language(), key, { ...city(), ...values }),
    nameOf: ({ properties }) => (language() === 'en' ? properties.nameEn : properties.name),
  }
  return <AppContext.Provider value={app}>{props.children}</AppContext.Provider>
}

const rowFilterOf = ({ themes, filters, years }: View): RowFilter => ({ themes, filters, years })
const sameRowFilter = (before: RowFilter | undefined, after: RowFilter) =>
  before !== undefined &&
  before.themes === after.themes &&
  before.filters === after.filters &&
  before.years === after.years

const selectionOf = ({ districts, feature }: View): ReadonlySet<string> =>
  new Set(feature ? [feature, ...districts] : districts)
const sameSet = (before: ReadonlySet<string> | undefined, after: ReadonlySet<string>) =>
  before !== undefined && before.size === after.size && [...after].every((id) => before.has(id))

const withoutSelection = (view: View): View => ({
  ...view,
  districts: [],
  feature: undefined,
  item: undefined,
  camera: undefined,
  compare: false,
  scene: undefined,
  ownBriefing: undefined,
})

const baseKeys = ['themes', 'layers', 'filters', 'years', 'analysis', 'embed'] as const
const sameBase = (before: View | undefined, after: View) =>
  before !== undefined && baseKeys.every((key) => before[key] === after[key])

function ready<T>(loaded: { status: string; value?: T }): T | undefined {
  return loaded.status === 'ready' ? loaded.value : undefined
}
