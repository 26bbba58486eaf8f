/** Looks at places of own data on the map. */
import type { Bbox } from '../../../geo/base/position'
import { fitBounds } from '../../../geo/screen/camera'
import type { App } from '../context'

const nearestZoom = 14

/** Looks at a box of WGS 84, in what the panels leave of the map. */
export function lookAt(app: App, box: Bbox): void {
  const { clientWidth: width, clientHeight: height } = document.documentElement
  app.actions.lookFrom(fitBounds(box, { width, height }, app.session().padding, nearestZoom))
}
