/** Whether a feature is a place one can go to, below a whole district, region or city. */
import type { FeatureKind, Subkind } from './schema-ids'

/** Zones are wide but for the areas of a district: boards, new areas and regions span several. */
export const isOwnPlace = ({ kind, subkind }: { kind: FeatureKind; subkind?: Subkind }): boolean =>
  kind === 'zone' ? subkind === 'area' : kind !== 'district' && kind !== 'city'
