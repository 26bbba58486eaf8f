/**
 * The closed vocabularies of the contract, apart from the schemas so that the application can use them without
 * carrying a validator.
 */
/** Theme keys are the two letters the link carries (`t.in.tr`). */
export const themeIds = ['in', 'sc', 'op', 'tr', 'ec', 'cu', 'ur', 'ru', 'pe', 'co'] as const
export const featureKinds = [
  'district',
  'zone',
  'corridor',
  'platform',
  'park',
  'scenic',
  'water',
  'mountain',
  'town',
  'facility',
  'city',
] as const
export const subkinds = [
  // zone
  'board',
  'newarea',
  'region',
  'area',
  // corridor
  'highspeed',
  'railway',
  'metro',
  'expressway',
  'road',
  'bridge',
  'tunnel',
  'waterway',
  'air',
  'trade',
  'trail',
  'network',
  // platform
  'industry',
  'logistics',
  'science',
  'business',
  'bonded',
  'agriculture',
  // park, scenic
  'citypark',
  'forestpark',
  'wetland',
  'spring',
  'oldtown',
  'heritage',
  'attraction',
  // water, mountain
  'river',
  'lake',
  'reservoir',
  'island',
  'range',
  // town
  'town',
  'street',
  'village',
  // facility
  'airport',
  'station',
  'port',
  'interchange',
  'campus',
  'research',
  'culture',
  'hospital',
  'plant',
  'company',
  'mall',
  'utility',
  'datacentre',
  'institution',
] as const
/**
 * How things stand by the document's own words on its date: done, begun, intended, a number or named state to reach,
 * or `state`: how things were or were judged, neither done nor intended.
 */
export const statuses = ['built', 'underway', 'planned', 'target', 'state'] as const
/** Why a plan has neither figure, year nor place of its own. */
export const unspecificReasons = ['slogan', 'principle', 'mechanism', 'appraisal', 'direction'] as const
/**
 * What a row is held against: its years, the words of its status, its years against those of its documents, what it has
 * to have or must not claim to lack, its subject, and other rows.
 */
export const consistencyChecks = ['years', 'words', 'standing', 'bare', 'unspecific', 'subject', 'doubled'] as const
/** What the documents disagree about, the weightiest for a planner first. */
export const conflictGrades = ['number', 'date', 'place', 'office', 'name'] as const
/** What a release keeps digests of, and what may have become of an item since. */
export const releasedKinds = ['features', 'plans', 'projects', 'indicators', 'relations', 'sources'] as const
export const releaseChanges = ['added', 'changed', 'merged', 'removed'] as const
/** The parts of an item that a release tells apart. Their order is that of the digests in a release's file. */
export const releaseParts = ['wording', 'figures', 'status', 'years', 'features', 'place'] as const

/** Ids are opaque and never re-used; districts use their six-digit code. */
export const idPattern = /^[a-z0-9]{2,16}$/
export const districtPattern = /^\d{6}$/

/** Whether an id is that of a district; which codes there are is the region's matter. */
export const isDistrictCode = (id: string): boolean => districtPattern.test(id)

export const relationKinds = [
  'adjacency',
  'distance',
  'bearing',
  'axis',
  'board',
  'direction',
  'overlap',
  'connection',
  'membership',
  'cooperation',
] as const

export type ThemeId = (typeof themeIds)[number]
export type FeatureKind = (typeof featureKinds)[number]
export type Subkind = (typeof subkinds)[number]
export type Status = (typeof statuses)[number]
export type ConsistencyCheck = (typeof consistencyChecks)[number]
export type ConflictGrade = (typeof conflictGrades)[number]
export type ReleasePart = (typeof releaseParts)[number]
