import { createEffect, Show } from 'solid-js'
import { opensDetail } from '../model/layout'
import { Catalogue } from './catalogue'
import { useApp } from './context'
import { DetailPanel } from './detail/detail-panel'
import { Notices } from './notices'
import { Statement } from './statement'
import { ThemePanel } from './theme-panel'

/** The panels around the map. The page's language and palette are set here because everything else follows them. */
export function Panels() {
  const app = useApp()
  const page = () => {
    const { item } = app.view()
    return item?.kind === 'page' ? item.id : undefined
  }
  createEffect(() => {
    document.documentElement.lang = app.language()
    document.documentElement.dataset.palette = app.session().palette
    document.title = pageTitle(app)
  })
  createEffect(() => {
    document.documentElement.classList.toggle('detail-open', opensDetail(app.view()))
  })
  return (
    <>
      <ThemePanel />
      <Show when={app.session().catalogueOpen}>
        <Catalogue />
      </Show>
      <Show when={opensDetail(app.view())}>
        <DetailPanel page={page()} />
      </Show>
      <Statement />
      <Notices />
    </>
  )
}

function pageTitle(app: ReturnType<typeof useApp>): string {
  const { districts, feature } = app.view()
  const id = feature ?? districts[0]
  const selected = id && app.record()?.featureById.get(id)
  return selected ? `${app.nameOf(selected)} · ${app.t('app.name')}` : `${app.t('app.name')} · ${app.t('app.subtitle')}`
}
