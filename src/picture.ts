/** Composes the saved picture: the map with title, notes and file name. */
import { saveFile } from './io/file'
import { posterImage } from './io/poster-image'
import { filterWords, isFiltered } from './model/filters/words'
import type { MapPicture } from './model/map-picture'
import { message } from './model/messages'
import { regionValues } from './model/region-values'
import { shareTitle } from './model/share-text'
import { addressOf } from './state/history'
import type { State } from './state/store'

/** Saves a picture of the map as a PNG poster named after the view. Rejects if there is no record. */
export async function saveMapPicture(picture: MapPicture, { view, session }: State, release: string): Promise<void> {
  const { language, record, details } = session
  if (record.status !== 'ready') throw new Error('there is no record to name the view by')
  const files = details.status === 'ready' ? details.value : undefined
  const title = shareTitle({ record: record.value, details: files, view, language })
  const words = isFiltered(view) ? filterWords(record.value, files, view, language) : []
  const statement = [
    message(language, 'app.dataDate', { date: release }),
    message(language, 'app.asOf', { date: session.today }),
    message(language, 'app.datum'),
    message(language, 'app.statement'),
  ]
  const sheet = await posterImage({
    picture,
    title,
    subtitle: [
      message(language, 'app.name'),
      message(language, 'app.subtitle', regionValues(record.value.region, language)),
      ...words,
    ]
      .filter((part) => part !== title)
      .join(' · '),
    legendTitle: message(language, 'print.legend'),
    notes: [
      [...statement, picture.credit].filter(Boolean).join('　'),
      addressOf({ ...view, embed: [], camera: view.camera ?? session.liveCamera }, release),
    ],
  })
  saveFile(fileName(title, release), sheet, 'image/png')
}

/** No file system refuses it. */
const fileName = (title: string, release: string) =>
  `渝览-${title.replace(/[\\/:*?"<>|\s·]+/g, '-').slice(0, 40)}-${release}.png`
