/** The files the first view needs. */
export const coreAssets = ['features.geojson', 'core.json'] as const
