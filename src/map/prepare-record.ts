/** Works out what the map will show of a record before the state holds it. */
import { mostDistrictPlans } from '../model/plans/district-bars'
import { featureTallies } from '../model/plans/feature-tally'
import type { PlanRecord } from '../model/record'
import type { State } from '../state/store'
import { countsNow } from './counts/follower'
import type { EngineMap } from './engine'
import { prepareMapFeatures } from './features'
import { nextTask } from './next-task'
import { shownFeatures } from './shown-features'

/**
 * Fills what is worked out once a record, each piece in a task of its own: all in one, the page would answer nothing for
 * the time of ten frames.
 */
export async function prepareRecord(map: EngineMap, record: PlanRecord, { view, session }: State): Promise<void> {
  const { clientWidth: width, clientHeight: height } = map.getContainer()
  const state: State = { view, session: { ...session, record: { status: 'ready', value: record } } }
  await nextTask()
  await prepareMapFeatures(record.features, nextTask)
  const pieces = [
    () => featureTallies(record, view),
    () => shownFeatures(record, view, view.districts),
    () => mostDistrictPlans(record),
    () => countsNow({ width, height }, map.getZoom(), state),
  ]
  for (const piece of pieces) {
    await nextTask()
    piece()
  }
  await nextTask()
}
