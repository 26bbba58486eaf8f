/** The orders in which kinds of features are listed and labelled. Pure. */
import type { FeatureKind } from '../../data/schema-ids'

const placeInLists = {
  district: 0,
  zone: 1,
  platform: 2,
  park: 3,
  scenic: 4,
  corridor: 5,
  facility: 6,
  town: 7,
  water: 8,
  mountain: 9,
  city: 10,
} as const satisfies Record<FeatureKind, number>

/** The kinds of features in the order of every list. */
export const kindOrder = (Object.keys(placeInLists) as FeatureKind[]).sort(
  (one, other) => placeInLists[one] - placeInLists[other],
)

/** The priority of each kind where names compete for room on the map; the smallest number is placed first. */
export const rankOnMap = {
  zone: 0,
  platform: 1,
  facility: 2,
  scenic: 3,
  park: 4,
  water: 5,
  mountain: 6,
  city: 7,
  town: 8,
  corridor: 9,
  district: 10,
} as const satisfies Record<FeatureKind, number>
