/** The actions on what is selected, opened and compared. */
import { isDistrictCode, type ThemeId } from '../../data/schema-ids'
import type { IdentifiedFeature } from '../model/added-layers'
import type { PanelItem, View } from '../model/view'
import type { EndChoice } from './store'
import type { Writers } from './writers'

/** Returns the actions on the selection. */
export function createSelectionActions({ store, setView, setSession }: Writers) {
  /** Keeps the first end of a distance; asks the question with the second. */
  const chooseEnd = ({ choosing, other }: EndChoice, id: string) => {
    if (other === undefined) return setSession({ pick: { choosing: choosing === 'from' ? 'to' : 'from', other: id } })
    setSession({ pick: undefined })
    const [from, to] = choosing === 'to' ? [other, id] : [id, other]
    setView({ analysis: { kind: 'between', from, to } })
  }

  return {
    /** Selects a feature of any kind; a district is selected as one. The camera goes to fit it. */
    select: (id: string) => {
      const { pick } = store.getState().session
      if (pick) return chooseEnd(pick, id)
      setView({ ...selectionOf(id), item: undefined, camera: undefined, compare: false })
    },
    /** Selects a district and leaves one theme on, as one step of the history. */
    selectUnderTheme: (id: string, theme: ThemeId) =>
      setView({ ...selectionOf(id), item: undefined, camera: undefined, compare: false, themes: [theme] }),
    /** Opens an item together with the feature it is about, as one step of the history. */
    selectWithItem: (id: string, item: PanelItem) => {
      setView({ ...selectionOf(id), item, camera: undefined, compare: false })
    },
    clearSelection: () => {
      const { view, session } = store.getState()
      if (view.districts.length === 0 && !view.feature && !view.item) return
      setView({ districts: [], feature: undefined, item: undefined, compare: false, camera: session.liveCamera })
    },
    /** Puts back what was selected, opened or asked, after a panel for something else did not come. */
    showAgain: (change: Partial<View>) => setView(change),
    openItem: (item: PanelItem | undefined) => setView({ item }),
    compareDistricts: (districts: string[]) =>
      setView({ districts, feature: undefined, item: undefined, compare: districts.length > 1, camera: undefined }),
    /** Tells of a feature of an added layer in place of what is selected; undefined tells of none. */
    identify: (identified: IdentifiedFeature | undefined) => {
      const { view, session } = store.getState()
      if (identified && (view.districts.length > 0 || view.feature || view.item))
        setView({ districts: [], feature: undefined, item: undefined, compare: false, camera: session.liveCamera })
      if (identified !== session.identified) setSession({ identified })
    },
    /** Begins to choose one end of a distance; undefined gives it up. */
    pickEnd: (pick: EndChoice | undefined) => setSession({ pick, sketch: undefined }),
    hover: (id: string | undefined) => {
      if (store.getState().session.hovered !== id) setSession({ hovered: id })
    },
  }
}

const selectionOf = (id: string) =>
  isDistrictCode(id) ? { districts: [id], feature: undefined } : { districts: [], feature: id }
