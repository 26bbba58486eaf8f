/** Who made what a picture shows and is not ours, as its lines under it. Pure. */
import { addedLayersOn, layerTitle } from '../../model/layers'
import { addedLayerMessage } from '../../model/messages/added-layers'
import type { State } from '../../state/store'

/** Returns a line for the basemap, given ready where it is not ours, and one for each added layer that is on and names who made it. */
export function creditLines({ view, session }: Pick<State, 'view' | 'session'>, basemap: string | undefined): string[] {
  const { language } = session
  const layers = addedLayersOn(view, session).flatMap((layer) =>
    layer.credit
      ? addedLayerMessage(language, 'added.creditOf', { title: layerTitle(layer, language), credit: layer.credit })
      : [],
  )
  return [...(basemap ? [basemap] : []), ...layers]
}
