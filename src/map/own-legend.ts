/** What the legend says of own data, once there are some: what knows it comes with their first layer. */
import type { LegendItem } from '../model/legend'
import type { State } from '../state/store'

type OwnLegend = (state: State) => LegendItem[]

let known: OwnLegend = () => []

/** Lets the legend tell of own data. */
export function setOwnLegend(legend: OwnLegend): void {
  known = legend
}

/** Returns the lines of own layers on the map; none before there are any. */
export const ownLegendItems: OwnLegend = (state) => known(state)
