/** The settings of the recipe, from the environment or an `.env` file. */
import { loadEnv } from 'vite'
import type { Datum } from '../geo/base/datum'

export interface BuildSettings {
  /** `YULAN_REGION`: the folder with `region.yaml` and the record, from the project's root. */
  regionFolder: string
  /** `YULAN_BOUNDARIES`: a boundary file in the place of the region's own, from the project's root. */
  boundaryFile?: string
  boundaryDatum?: Datum
}

export const defaultRegionFolder = 'data'

/** Reads the settings; those of the environment go before those of `.env` files below `root`. */
export function buildSettings(root: string, mode = 'production'): BuildSettings {
  const given = loadEnv(mode, root, 'YULAN_')
  return {
    regionFolder: given.YULAN_REGION || defaultRegionFolder,
    ...(given.YULAN_BOUNDARIES ? { boundaryFile: given.YULAN_BOUNDARIES } : {}),
  }
}
