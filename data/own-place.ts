/** Whether a feature is a place one can go to, below a whole district, region or city. */
import type { FeatureKind, Subkind } from './schema-ids'

/**
 * Returns whether a feature is a place one can go to. Districts and cities are not, nor are zones that span several
 * districts (boards, new areas, regions).
 */
export const isOwnPlace = ({ kind, subkind }: { kind: FeatureKind; subkind?: Subkind }): boolean =>
  kind === 'zone' ? subkind === 'area' : kind !== 'district' && kind !== 'city'
