/** Composition of the map's pictures: the door they come by, what a picture is called, and where its file goes. */
import { createAnalyst } from './io/analysis'
import { saveFile } from './io/file'
import { posterImage } from './io/poster-image'
import { frameCamera, type OnScreen, pictureFrame } from './map/picture/frame'
import { drawNotes } from './map/picture/notes'
import type { PictureMaterial } from './map/picture/picture-engine'
import { createRenderView, type RenderView } from './map/picture/render-view'
import { filterWords, isFiltered } from './model/filters/words'
import { message } from './model/messages'
import { regionValues } from './model/region-values'
import { shareTitle } from './model/share-text'
import { statementParts } from './model/statement'
import { addressOf } from './state/history'
import { whenDetailsAreHere } from './state/record-wanted'
import type { State, Store } from './state/store'

export interface PicturesContext extends PictureMaterial {
  store: Store
  wantDetails: () => void
  release: string
}

export interface Pictures {
  renderView: RenderView
  /** Saves what the page's map shows, in the print palette at twice the screen's detail, as a PNG with its legend. */
  saveMapPicture: (onScreen: Pick<OnScreen, 'size'>) => Promise<void>
}

/** Makes them for a page; no engine is made before the first picture is asked for. */
export function createPictures({ store, wantDetails, release, ...material }: PicturesContext): Pictures {
  let analyst: ReturnType<typeof createAnalyst> | undefined
  const renderView = createRenderView({
    ...material,
    session: () => store.getState().session,
    details: () => {
      wantDetails()
      return whenDetailsAreHere(store)
    },
    // Not the page's: a question asked of that one gives up the one before.
    answer: (record, question) => {
      analyst ??= createAnalyst()
      return analyst.ask(record, question)
    },
  })
  const saveMapPicture = async ({ size }: Pick<OnScreen, 'size'>) => {
    const { view, session } = store.getState()
    const { liveCamera, padding, language } = session
    if (!liveCamera) throw new Error('the map has no camera yet')
    const camera = frameCamera({ camera: liveCamera, size, padding })
    const { width, height } = pictureFrame(size, padding)
    const drawn = await renderView({ ...view, camera }, { width, height, pixelRatio: 2 }, 'print', language)
    drawNotes(drawn.image, { ...drawn, language })
    const words = wordsOf(store.getState(), release, drawn.credits)
    saveFile(fileName(words.title, release), await posterImage({ picture: drawn, ...words }), 'image/png')
  }
  return { renderView, saveMapPicture }
}

/** What is written around a picture of the page's view. */
function wordsOf({ view, session }: State, release: string, credits: readonly string[]) {
  const { language, record, details, liveCamera, today } = session
  if (record.status !== 'ready') throw new Error('there is no record to name the view by')
  const files = details.status === 'ready' ? details.value : undefined
  const title = shareTitle({ record: record.value, details: files, view, language })
  const filters = isFiltered(view) ? filterWords(record.value, files, view, language) : []
  const subtitle = message(language, 'app.subtitle', regionValues(record.value.region, language))
  return {
    title,
    subtitle: [message(language, 'app.name'), subtitle, ...filters].filter((part) => part !== title).join(' · '),
    legendTitle: message(language, 'print.legend'),
    notes: [
      [
        ...statementParts(language, release, today),
        ...credits.map((credit) => message(language, 'basemap.credit', { credit })),
      ].join('　'),
      addressOf({ ...view, embed: [], camera: view.camera ?? liveCamera }, release),
    ],
  }
}

/** No file system refuses it. */
const fileName = (title: string, release: string) =>
  `渝览-${title.replace(/[\\/:*?"<>|\s·]+/g, '-').slice(0, 40)}-${release}.png`
