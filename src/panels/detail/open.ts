/** Opening things from a line of a panel. */
import { createSignal } from 'solid-js'
import type { SourceReference } from '../../../data/schema'
import type { App } from '../context'

const [citedSection, setCitedSection] = createSignal<string>()

/** The heading a citation was followed to, for the source page to show first. */
export { citedSection }

/** Opens the page of a document at the heading that is cited. */
export function openSource(app: App, reference: SourceReference) {
  setCitedSection(reference.section)
  app.actions.openItem({ kind: 'source', id: reference.id })
}
