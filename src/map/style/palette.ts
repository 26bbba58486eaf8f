/** The palettes stand beside the data, because the build draws with them too. */
export { type Palette, palettes } from '../../../data/palette'
