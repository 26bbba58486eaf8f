/** The actions on what comes after the page does: the record, its details, the map. */
import type { Padding } from '../../geo/screen/camera'
import { type DetailFiles, type PlanRecord, withProjects } from '../model/record'
import type { Loaded, MapMode, Session } from './store'
import type { Writers } from './writers'

/** Returns the actions on what arrives. */
export function createArrivalActions({ store, setSession }: Writers) {
  return {
    recordIs: (record: Loaded<PlanRecord>) => {
      const { details } = store.getState().session
      if (record.status !== 'ready' || details.status !== 'ready') return setSession({ record })
      setSession({ record: { status: 'ready', value: withProjects(record.value, details.value.projects) } })
    },
    /** Projects join the record at once, because filters on money and departments ask it. */
    detailsAre: (details: Loaded<DetailFiles>) => {
      const { record } = store.getState().session
      if (details.status !== 'ready' || record.status !== 'ready') return setSession({ details })
      setSession({ details, record: { status: 'ready', value: withProjects(record.value, details.value.projects) } })
    },
    /** Where features lie is known before the panels are filled from the record. */
    boundsAre: (boundsOf: Session['boundsOf']) => setSession({ boundsOf }),
    /** The map on the page; one that will stay the static map is drawn already. */
    setMapMode: (mapMode: MapMode) => setSession(mapMode === 'static-only' ? { mapMode, mapBusy: false } : { mapMode }),
    /** The map's first frame is complete. */
    mapIsDrawn: () => setSession({ mapBusy: false }),
    recordIsDrawn: () => setSession({ recordDrawn: true }),
    /** What the panels cover of the map, in CSS pixels. */
    setPadding: (padding: Padding) => setSession({ padding }),
  }
}
