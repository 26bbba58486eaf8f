/** Of which features the map shows links: the one that is selected, and a board under the pointer. */
import type { State } from '../../state/store'

/** Returns the ids of the features whose relations are drawn. */
export function relationSubjects({ view, session }: State): string[] {
  const selected = view.feature ?? (view.districts.length === 1 ? view.districts[0] : undefined)
  const pointed = session.hovered && isBoard(session, session.hovered) ? session.hovered : undefined
  return [...new Set([selected, pointed])].filter((id) => id !== undefined)
}

/** Returns whether a feature is a board. */
export const isBoard = ({ record }: State['session'], id: string) =>
  record.status === 'ready' && record.value.featureById.get(id)?.properties.subkind === 'board'

/** Whether links may have to be drawn: a board's can be at once, others when the details are there. */
export const wantsRelations = (state: State) =>
  relationSubjects(state).some((id) => state.session.details.status === 'ready' || isBoard(state.session, id))
