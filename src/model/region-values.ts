/** The region in messages. */
import type { PageRegion } from '../../data/schema-region'
import type { Language } from './messages'

/** Returns the placeholders of messages about the city: its name, bounds in degrees, years and list of projects. */
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
