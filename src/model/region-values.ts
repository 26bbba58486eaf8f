/** What messages say of the region. */
import type { PageRegion } from '../../data/schema-region'
import type { Language } from './messages'

/** Returns the values that messages about the city take: its name, its box in degrees, its years, its list of projects. */
export function regionValues(region: PageRegion, language: Language): { [name: string]: string | number } {
  const { name, bounds, years, projects, sharedZone } = region
  const [west, south, east, north] = bounds
  const key = language === 'en' ? 'en' : 'zh'
  return {
    city: name[key],
    west,
    south,
    east,
    north,
    baseline: years.baseline,
    lastYear: years.schedule.at(-1) ?? years.baseline,
    projectDistrict: projects?.name[key] ?? name[key],
    suchAs: sharedZone ? `${language === 'en' ? ', such as ' : '，如'}${sharedZone[key]}` : '',
    programme: projects?.programme[key] ?? name[key],
  }
}
