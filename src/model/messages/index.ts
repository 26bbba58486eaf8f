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
import { type Language, type MessageOf, type Messages, messagesOf } from './text'
import { timeMessages } from './time'

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
} satisfies Messages

export type { Language }

/** A key of the catalogue. A key put together from a member of a closed set is checked for every member. */
export type MessageKey = keyof typeof catalogue

/** Returns a key that arrives as data, such as one from a rendered tile. Throws for one the catalogue lacks. */
export function messageKey(key: string): MessageKey {
  if (!(key in catalogue)) throw new Error(`no message for the key ${key}`)
  return key as MessageKey
}

/** Returns the text of a key with its `{name}` places filled; a place without a value stays as it is. */
export const message: MessageOf<MessageKey> = messagesOf(catalogue)
