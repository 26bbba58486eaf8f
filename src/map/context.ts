import type { Basemap } from '../model/basemaps'
import type { Actions } from '../state/actions'
import type { LostPart } from '../state/lost-parts'
import type { Store } from '../state/store'
import type { StaticMap } from './first-paint/static-map'

/** What a map on the page is made from: the state it follows and what the build and the owner's settings provide. */
export interface MapContext {
  store: Store
  actions: Actions
  staticMap: StaticMap
  /** Addresses of the built assets by name. */
  assets: { readonly [name: string]: string }
  /** The basemaps the owner's settings name, the embedded one first. */
  basemaps: readonly Basemap[]
  lostPart: LostPart
  /** Loads the page again with the view as it is. */
  reload: () => void
}
