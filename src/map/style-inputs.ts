/** Everything of the state that decides how the style looks, and the layers that come of it. Pure. */
import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { State } from '../state/store'
import { palettes } from './style/palette'
import { styleLayers } from './style/style'

/** The parts of the state that the style depends on. */
export type StyleInputs = Pick<State['session'], 'palette' | 'language' | 'foreignBasemap'> &
  Pick<State['view'], 'layers' | 'layerFilters'> & { definitions: State['session']['layers'] }

/** Returns the parts of the state that the style depends on. */
export const styleInputsOf = ({
  view: { layers, layerFilters },
  session: { palette, language, foreignBasemap, layers: definitions },
}: State): StyleInputs => ({
  palette,
  language,
  foreignBasemap,
  layers,
  layerFilters,
  definitions,
})

/** Returns whether two states have the same style. */
export const sameStyleInputs = (one: StyleInputs, other: StyleInputs) =>
  one.palette === other.palette &&
  one.language === other.language &&
  one.foreignBasemap === other.foreignBasemap &&
  one.layers === other.layers &&
  one.layerFilters === other.layerFilters &&
  one.definitions === other.definitions

/** Returns the layers of the style for these inputs. */
export const layersOf = (inputs: StyleInputs): LayerSpecification[] =>
  styleLayers(palettes[inputs.palette], inputs.language, inputs)
