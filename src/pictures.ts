/** Composition of the second door to the map for a page: what its pictures are drawn from. */
import { createAnalyst } from './io/analysis'
import type { PictureMaterial } from './map/picture/picture-engine'
import { createRenderView, type RenderView } from './map/picture/render-view'
import { whenDetailsAreHere } from './state/record-wanted'
import type { Store } from './state/store'

/** What pictures need of the page. */
export interface PicturesContext extends PictureMaterial {
  store: Store
  wantDetails: () => void
}

/** Makes the door of a page; no engine is made before the first picture is asked for. */
export function createPictures({ store, wantDetails, ...material }: PicturesContext): RenderView {
  let analyst: ReturnType<typeof createAnalyst> | undefined
  return createRenderView({
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
}
