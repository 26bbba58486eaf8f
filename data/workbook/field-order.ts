/** The order in which the fields of a row stand in the record's files. */
import type { AuthoredItem } from '../schema'

/** The fields of each kind, the id first. A field that is added goes behind the last of those before it. */
export const fieldOrder = {
  plans: ['id', 'features', 'theme', 'status', 'unspecific', 'text', 'figures', 'from', 'to', 'bodies', 'sources'],
  features: [
    ...['id', 'name', 'nameEn', 'nameEnGuess', 'pinyin', 'kind', 'subkind', 'aliases', 'districts', 'zones', 'board'],
    ...['themes', 'status', 'position', 'extent', 'beyondRegion', 'labelAt', 'positioning', 'summary', 'note'],
    ...['highlights', 'sources'],
  ],
  projects: [
    ...['no', 'sub', 'category', 'programme', 'name', 'text', 'investmentWan', 'schedule', 'spans', 'scheduleNote'],
    ...['lead', 'partners', 'features', 'sources'],
  ],
  indicators: ['no', 'name', 'group', 'task', 'unit', 'requirement', 'baseline', 'targets', 'note', 'sources'],
} as const satisfies Record<AuthoredItem['kind'], readonly string[]>
