/** The composition root: store, record, history, panels and map, each told of the others only through state. */
import { assets, release } from 'virtual:yulan-assets'
import { render } from 'solid-js/web'
import { themeIds } from '../data/schema-ids'
import { copyText } from './io/clipboard'
import { saveFile } from './io/file'
import { loadCore, loadDetails } from './io/load'
import type { Drawing } from './map/drawing'
import { startMap } from './map/start'
import { indexRecord } from './model/record'
import { defaultView } from './model/view'
import { Panels } from './panels/app'
import { AppProvider, type Services } from './panels/context'
import { createActions } from './state/actions'
import { addressOf, followHistory } from './state/history'
import { decodeLocation } from './state/link'
import { resolveView } from './state/resolve'
import { createAppStore } from './state/store'
import { followSurroundings } from './state/surroundings'
import './styles/panels.css'

export function start(drawing: Drawing, container: HTMLElement) {
  const decoded = decodeLocation(location.search, location.hash)
  const view = decoded?.view ?? defaultView(themeIds)
  const store = createAppStore(
    { palette: document.documentElement.dataset.palette === 'dark' ? 'dark' : 'light' },
    view,
  )
  const actions = createActions(store)
  followSurroundings(store, actions, drawing.size)
  followHistory(store, actions, release)

  const loadRecord = async () => {
    actions.recordIs({ status: 'loading' })
    const loaded = await loadCore()
    if (!loaded.ok) return actions.recordIs({ status: 'failed', file: loaded.file })
    const record = indexRecord(loaded.value)
    const { view: resolved, losses } = resolveView(store.getState().view, record)
    if (losses.length > 0) actions.restore(resolved)
    actions.recordIs({ status: 'ready', value: record })
    actions.reportLosses(losses)
  }
  const wantDetails = async () => {
    const { status } = store.getState().session.details
    if (status === 'loading' || status === 'ready') return
    actions.detailsAre({ status: 'loading' })
    const loaded = await loadDetails()
    actions.detailsAre(loaded.ok ? { status: 'ready', value: loaded.value } : { status: 'failed', file: loaded.file })
  }
  if (decoded?.integrity === 'damaged') actions.notify('link.damaged')
  if (decoded && decoded.unread.length > 0) actions.notify('link.unread', { pieces: decoded.unread.join('、') })

  const services: Services = {
    copyText,
    saveFile,
    addressOf: (at) => addressOf(at, release),
    retryRecord: loadRecord,
    wantDetails,
  }
  const panels = document.getElementById('panels')
  if (!panels) throw new Error('the page has no #panels')
  render(
    () => (
      <AppProvider store={store} actions={actions} services={services}>
        <Panels />
      </AppProvider>
    ),
    panels,
  )
  loadRecord()
  startMap({ store, actions, drawing, container, assets })
}
