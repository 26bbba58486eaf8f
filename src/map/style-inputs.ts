/** Everything of the state that decides how the style looks, and the layers that come of it. Pure. */
import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { State } from '../state/store'
import { palettes } from './style/palette'
import { styleLayers } from './style/style'

export type Look = Pick<State['session'], 'palette' | 'language' | 'foreignGround'> & Pick<State['view'], 'layers'>

export const lookOf = ({ view: { layers }, session: { palette, language, foreignGround } }: State): Look => ({
  palette,
  language,
  foreignGround,
  layers,
})

export const sameLook = (one: Look, other: Look) =>
  one.palette === other.palette &&
  one.language === other.language &&
  one.foreignGround === other.foreignGround &&
  one.layers === other.layers

export const layersOf = (look: Look): LayerSpecification[] => styleLayers(palettes[look.palette], look.language, look)
