/** Made by `data/vite-plugin.ts`. */
declare module 'virtual:yulan-assets' {
  /** `YYYY-MM-DD` */
  export const release: string
  /** Absolute addresses by the asset's plain name. */
  export const assets: { readonly [name: string]: string }
}

/** Made by `data/vite-plugin.ts` from `region.yaml`: which city this is. */
declare module 'virtual:yulan-region' {
  export const region: import('../data/schema-region').PageRegion
}

/** The owner's settings as the build read them; see `vite.config.ts`. */
declare module 'virtual:yulan-owners' {
  export const basemaps: readonly import('./model/basemaps').Basemap[]
  export const layers: readonly import('./model/layers').AddedLayer[]
}

/** The text of a file. */
declare module '*?raw' {
  const text: string
  export default text
}

/** What the service worker keeps; made by `src/offline/plugin.ts`. */
declare module 'virtual:yulan-kept' {
  export const kept: import('./offline/rules').Kept
}
