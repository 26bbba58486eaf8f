/**
 * The closed vocabularies of the data contract. They are apart from the schemas, so that the application can use them
 * without zod.
 */
/** The themes, by the two letters that links hold (`t.in.tr`). */
export const themeIds = ['in', 'sc', 'op', 'tr', 'ec', 'cu', 'ur', 'ru', 'pe', 'co'] as const
/** How a briefing goes from one scene to the next. */
export const transitions = ['cut', 'pan', 'fly'] as const
/** What stands for the slug of a briefing that the reader wrote; no published one has it. */
export const ownSlug = 'own'
/** One of `transitions`. */
export type Transition = (typeof transitions)[number]
/** The kinds of features. */
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
/** The subkinds of features; the comments name the kinds they belong to. */
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
 * The statuses, by the document's own words on its date: done, begun, intended, a number or state to reach, or
 * `state`, a description of how things were.
 */
export const statuses = ['built', 'underway', 'planned', 'target', 'state'] as const
/** The reasons why a plan has no figure, year or place of its own. */
export const unspecificReasons = ['slogan', 'principle', 'mechanism', 'appraisal', 'direction'] as const
/**
 * The checks of a plan: its years, the words of its status, its years against those of its documents, what it must
 * have or must not claim to lack, its subject, and repetition.
 */
export const consistencyChecks = ['years', 'words', 'standing', 'bare', 'unspecific', 'subject', 'doubled'] as const
/** What documents disagree about, the most important for a planner first. */
export const conflictGrades = ['number', 'date', 'place', 'office', 'name'] as const
/** The kinds of items that a release keeps digests of. */
export const releasedKinds = ['features', 'plans', 'projects', 'indicators', 'relations', 'sources'] as const
/** The kinds of rows that a workbook of the record holds, a sheet each. */
export const workbookKinds = ['plans', 'features', 'projects', 'indicators'] as const
/** What may have happened to an item since a release. */
export const releaseChanges = ['added', 'changed', 'merged', 'removed'] as const
/** The parts of an item that a release tells apart, in the order of the digests in its file. */
export const releaseParts = ['wording', 'figures', 'status', 'years', 'features', 'place'] as const

/** The form of an id. Ids have no meaning and are never used again; districts use their six-digit code. */
export const idPattern = /^[a-z0-9]{2,16}$/
/** What stands for the id of a row that has none yet. No id looks like it. */
export const provisionalPattern = /^\+\d+$/
/** The form of a district's code. */
export const districtPattern = /^\d{6}$/

/** Returns whether an id is that of a district. Which codes exist is stated by the region. */
export const isDistrictCode = (id: string): boolean => districtPattern.test(id)

/** The kinds of relations. */
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

/** The id of a theme. */
export type ThemeId = (typeof themeIds)[number]
/** The kind of a feature. */
export type FeatureKind = (typeof featureKinds)[number]
/** The subkind of a feature. */
export type Subkind = (typeof subkinds)[number]
/** The status of a plan. */
export type Status = (typeof statuses)[number]
/** One of `consistencyChecks`. */
export type ConsistencyCheck = (typeof consistencyChecks)[number]
/** What a contradiction is about. */
export type ConflictGrade = (typeof conflictGrades)[number]
/** A part of an item that a release tells apart. */
export type ReleasePart = (typeof releaseParts)[number]
