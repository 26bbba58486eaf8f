/** The actions on the layers and the basemap. */
import { withLayer } from '../model/layers'
import type { View } from '../model/view'
import type { Writers } from './writers'

/** Returns the actions on the layers. */
export function createLayerActions({ store, setView, setSession }: Writers) {
  return {
    setLayer: (id: string, opacity: number) => {
      const { view, session } = store.getState()
      setView({ layers: withLayer(view.layers, id, opacity, session.layers) })
    },
    resetLayers: () => setView({ layers: [], layerFilters: undefined }),
    setLayerFilters: (layerFilters: View['layerFilters']) => setView({ layerFilters }),
    setBasemap: (basemap: string) => setSession({ basemap }),
    setForeignBasemap: (foreignBasemap: boolean) => setSession({ foreignBasemap }),
  }
}
