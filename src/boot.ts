/**
 * The first script of the page, and a small one: it puts the drawing where the link looks, so that the map is seen
 * before anything large has run, and only then starts the application.
 */
import { themeIds } from '../data/schema-ids'
import { fitOfView } from './map/camera-fit'
import { adoptDrawing } from './map/drawing'
import { mapPadding, opensDetail } from './model/layout'
import { defaultView } from './model/view'
import { decodeLocation } from './state/link'

const container = document.getElementById('map')
if (!container) throw new Error('the page has no #map')
const dark = matchMedia('(prefers-color-scheme: dark)').matches
document.documentElement.dataset.palette = dark ? 'dark' : 'light'

const drawing = adoptDrawing(container)
const show = () => {
  const view = decodeLocation(location.search, location.hash)?.view ?? defaultView(themeIds)
  const padding = mapPadding(drawing.size(), { detail: opensDetail(view), bare: view.embed.includes('bare') })
  drawing.show(view.camera ?? fitOfView(drawing.boundsOf, view, drawing.size(), padding))
  drawing.select(view.districts)
}
show()
// A district clicked before the application is there: the address says so, and the application reads the address.
const stopActivating = drawing.onActivate((_, link) => {
  history.pushState(null, '', link.href.baseVal)
  show()
})

requestAnimationFrame(async () => {
  performance.mark('yulan:map-visible')
  const { start } = await import('./main')
  stopActivating()
  start(drawing, container)
})
