/** A district's numbers in words, for who points at its bar. Pure. */
import type { ThemeId } from '../../../data/schema-ids'
import { message } from '../../model/messages'
import { districtBars } from '../../model/plans/district-bars'
import type { State } from '../../state/store'

/** Returns the numbers of a district, of one theme where one is pointed at; empty while there is no record. */
export function barWords(
  { view, session: { record, language } }: State,
  { district, theme }: { district: string; theme?: ThemeId },
): string {
  if (record.status !== 'ready') return ''
  const bar = districtBars(record.value, view).find((each) => each.district === district)
  const properties = record.value.featureById.get(district)?.properties
  const part = theme && bar?.parts.find((each) => each.theme === theme)
  const named = theme && record.value.themeById.get(theme)
  const nameOf = (one: { name: string; nameEn: string } | undefined) =>
    (language === 'en' ? one?.nameEn : one?.name) ?? ''
  const { solid = 0, shared = 0 } = part ?? bar ?? {}
  return message(language, part ? 'counts.theme' : 'counts.district', {
    ...{ district: nameOf(properties), theme: nameOf(named), solid, shared },
  })
}
