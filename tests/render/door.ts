/** What the picture tests call in the browser: the second door to the map, with a record of the test's own. */
import '../../src/map/map.css'
import type { PageRegion } from '../../data/schema-region'
import { recordBounds } from '../../src/map/camera-fit'
import { createRenderView } from '../../src/map/picture/render-view'
import type { CoreFiles, DetailFiles } from '../../src/model/record'
import { indexRecord } from '../../src/model/record'
import type { View } from '../../src/model/view'
import { createPictureStore } from '../../src/state/picture-state'

export interface DoorMaterial {
  assets: { readonly [name: string]: string }
  core: CoreFiles
  details: DetailFiles
  region: PageRegion
  today: string
}

/** Returns the door to a record of its own. */
function openDoor({ assets, core, details, region, today }: DoorMaterial) {
  const record = indexRecord(core, region)
  const boundsOf = recordBounds(record)
  const subject = { palette: 'light', language: 'zh-CN', record, analysis: { status: 'none' } } as const
  const view: View = {
    districts: [],
    themes: [],
    layers: [],
    filters: { statuses: [], kinds: [], documents: [], departments: [] },
    compare: false,
    embed: [],
  }
  const store = createPictureStore({ ...subject, view }, { boundsOf, basemap: 'embedded', layers: [], today })
  return createRenderView({
    assets,
    basemaps: [{ id: 'embedded', kind: 'embedded' }],
    session: () => store.getState().session,
    details: async () => details,
    answer: async () => undefined,
  })
}

Object.assign(window, { openDoor })
