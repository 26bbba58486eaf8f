/**
 * Every text the interface shows, by key. zh-CN is the original and complete; en is complete too, which the type
 * checks. A `{name}` is filled with a value. One section a file, so that each stands beside what it belongs to.
 */
import { analysisMessages } from './analysis'
import { basemapMessages } from './basemap'
import { catalogueMessages } from './catalogue'
import { compareMessages } from './compare'
import { detailMessages } from './detail'
import { layerMessages } from './layers'
import { legendMessages } from './legend'
import { mapMessages } from './map'
import { panelMessages } from './panels'
import { printMessages } from './print'
import { searchMessages } from './search'
import { shareMessages } from './share'
import { sharedMessages } from './shared'
import { statisticsMessages } from './statistics'
import { timeMessages } from './time'

type Language = 'zh-CN' | 'en'
export type Catalogue = { readonly [key: string]: readonly [chinese: string, english: string] }

const catalogue = {
  ...sharedMessages,
  ...shareMessages,
  ...mapMessages,
  ...basemapMessages,
  ...printMessages,
  ...legendMessages,
  ...layerMessages,
  ...panelMessages,
  ...detailMessages,
  ...catalogueMessages,
  ...compareMessages,
  ...searchMessages,
  ...statisticsMessages,
  ...timeMessages,
  ...analysisMessages,
} satisfies Catalogue

/** The text of a key; an unknown key is a programming error and throws. */
export function message(language: Language, key: string, values: { [name: string]: string | number } = {}): string {
  const entry = (catalogue as Catalogue)[key]
  if (!entry) throw new Error(`no message for the key ${key}`)
  const text = language === 'en' ? entry[1] : entry[0]
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
