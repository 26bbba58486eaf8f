/**
 * The first script of the page, and a small one: it puts the drawing where the link looks, so that the map is seen
 * before anything large has run, and only then starts the application.
 */
import { themeIds } from '../data/schema-ids'
import { fitOfDrawing } from './map/camera-fit'
import { adoptDrawing, type Drawing } from './map/drawing'
import { mapPadding, opensDetail } from './model/layout'
import { defaultView, type View } from './model/view'
import { type DecodedLink, decodeLocation } from './state/link'

export interface Boot {
  decoded: DecodedLink | undefined
  view: View
  drawing: Drawing
}

const decoded = decodeLocation(location.search, location.hash)
const view = decoded?.view ?? defaultView(themeIds)
const dark = matchMedia('(prefers-color-scheme: dark)').matches
document.documentElement.dataset.palette = dark ? 'dark' : 'light'

const container = document.getElementById('map')
if (!container) throw new Error('the page has no #map')
const drawing = adoptDrawing(container)
const size = { width: container.clientWidth, height: container.clientHeight }
const padding = mapPadding(size, { detail: opensDetail(view), bare: view.embed.includes('bare') })
drawing.show(view.camera ?? fitOfDrawing(drawing.boundsOf, view, size, padding))
drawing.select(view.districts)

requestAnimationFrame(() => {
  performance.mark('yulan:map-visible')
  import('./main').then(({ start }) => start({ decoded, view, drawing }))
})
