/** The palettes stand beside the data, because the build draws with them too. */
export { type Color, cssVariables, type Palette, type PaletteName, palettes } from '../../../data/palette'
