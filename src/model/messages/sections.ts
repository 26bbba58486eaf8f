/** The sections of the message catalogue put together. */
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
import type { Messages } from './text'
import { timeMessages } from './time'

/**
 * Every text by key, in Chinese and English. In the built page it holds the Chinese alone: the build puts the English
 * into `english.ts`, which only its readers fetch.
 */
export const catalogue = {
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
} satisfies Messages
