import { createEffect, createMemo, createSignal, Show, Suspense } from 'solid-js'
import { chromeOf } from '../model/embed'
import { layout, opensDetail, opensWide } from '../model/layout'
import type { View } from '../model/view'
import { AddedMount } from './added/mount'
import { AnalysisMount } from './analysis/mount'
import { EditMount } from './briefing/edit-mount'
import { ShowMount } from './briefing/mount'
import { useApp } from './context'
import { DetailPanel } from './detail/detail-panel'
import { LayerSwitch } from './layers/layer-switch'
import { lazyPart } from './lazy-part'
import { OwnMount } from './own/own-mount'
import { Notices } from './parts/notices'
import { Statement } from './parts/statement'
import { PrintPage } from './print-page'
import { LinkDialogs } from './share/link-dialogs'
import { SidePanels } from './side-panels'
import { ThemePanel } from './theme-panel'
import { TimeBar } from './time/time-bar'
import { WorkbookMount } from './workbook/mount'

const BasemapSwitch = lazyPart(() => import('./basemap-switch').then((module) => module.BasemapSwitch))

/** The panels around the map. The page's language and palette are set here because everything else follows them. */
export function Panels() {
  const app = useApp()
  const chrome = createMemo(() => chromeOf(app.view()))
  const [switchWanted, setSwitchWanted] = createSignal(true)
  // Each by itself: at every write of the language the browser works out the style of everything again.
  createEffect(() => {
    document.documentElement.lang = app.language()
  })
  const palette = createMemo(() => app.session().palette)
  createEffect(() => {
    document.documentElement.dataset.palette = palette()
  })
  createEffect(() => {
    document.title = pageTitle(app)
  })
  createEffect(() => {
    document.documentElement.classList.toggle('detail-open', chrome().detail && opensDetail(app.view()))
  })
  createEffect(() => {
    const { right, bottom } = app.session().padding
    const { style } = document.documentElement
    style.setProperty('--map-pad-right', `${right > layout.detailPanelPixels.least ? right - layout.gapPixels : 0}px`)
    style.setProperty('--map-pad-bottom', `${bottom}px`)
  })
  createEffect(() => {
    if (pageOf(app.view()) === 'catalogue') app.actions.showCatalogue(true)
  })
  return (
    <>
      <Show when={chrome().themes}>
        <ThemePanel />
      </Show>
      <Show when={chrome().time}>
        <TimeBar />
      </Show>
      <Show when={chrome().detail}>
        <SidePanels />
        <AddedMount />
        <AnalysisMount />
        <EditMount />
        <OwnMount />
        <WorkbookMount />
      </Show>
      <Show when={chrome().detail && showsDetail(app.view()) && !opensWide(app.view())}>
        <DetailPanel page={pageOf(app.view()) === 'about' ? 'about' : undefined} />
      </Show>
      <ShowMount />
      <Statement />
      <Show
        when={
          chrome().themes && app.services.basemaps.length > 1 && app.session().mapMode === 'engine' && switchWanted()
        }
      >
        <Suspense>
          <BasemapSwitch place={{ onLost: () => setSwitchWanted(false), again: () => setSwitchWanted(true) }} />
        </Suspense>
      </Show>
      <Show when={chrome().themes && app.session().mapMode === 'engine' && !app.session().mapBusy}>
        <LayerSwitch />
      </Show>
      <LinkDialogs />
      <Notices />
      <PrintPage />
    </>
  )
}

const pageOf = ({ item }: View) => (item?.kind === 'page' ? item.id : undefined)

/** 详情 shows the selection, an item, or the page 资料与说明; other pages have a panel of their own. */
function showsDetail(view: View): boolean {
  const page = pageOf(view)
  return (
    view.districts.length > 0 || view.feature !== undefined || page === 'about' || (!page && view.item !== undefined)
  )
}

function pageTitle(app: ReturnType<typeof useApp>): string {
  const { districts, feature } = app.view()
  const id = feature ?? districts[0]
  const selected = id && app.record()?.featureById.get(id)
  return selected ? `${app.nameOf(selected)} · ${app.t('app.name')}` : `${app.t('app.name')} · ${app.t('app.subtitle')}`
}
