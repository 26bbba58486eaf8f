import { describe, expect, test } from 'vitest'
import { createActions } from '../../../src/state/actions'
import { decodeAddress, encodeView } from '../../../src/state/link'
import { openAddress } from '../../../src/state/open-link'
import { createOwnActions } from '../../../src/state/own-actions'
import { createAppStore } from '../../../src/state/store'
import { strewnTable } from '../../fixtures/own-table'

const release = '2026-11-22'
function opened() {
  const store = createAppStore({ today: '2026-11-30' })
  return { store, actions: createActions(store), own: createOwnActions(store) }
}
const layersOf = ({ store }: ReturnType<typeof opened>) => store.getState().session.own?.layers ?? []

describe('layers of own data', () => {
  test('come to the map by a decision, topmost first, and are counted in the view', () => {
    const page = opened()
    page.own.askDatum(strewnTable(3))
    page.own.askDatum(strewnTable(4))
    expect(page.store.getState().view.ownFiles).toBeUndefined()
    const { undecided } = page.store.getState().session.own ?? { undecided: [] }
    for (const { id, table } of undecided) page.own.decideDatum(id, table, { kind: 'wgs84' })
    expect(layersOf(page).map(({ id }) => id)).toEqual(['own2', 'own1'])
    expect(page.store.getState().view.ownFiles).toBe(2)
    page.own.moveLayer('own2', 1)
    expect(layersOf(page).map(({ id }) => id)).toEqual(['own1', 'own2'])
    page.own.moveLayer('own1', -1)
    expect(layersOf(page).map(({ id }) => id)).toEqual(['own1', 'own2'])
    page.own.setVisible('own1', false)
    expect(page.store.getState().view.ownFiles).toBe(1)
    page.own.showRow({ layer: 'own2', index: 0 })
    page.own.removeLayer('own2')
    expect(page.store.getState().session.own?.row).toBeUndefined()
    expect(page.store.getState().view.ownFiles).toBeUndefined()
  })

  test('a link tells how many were shown and nothing of them', () => {
    const page = opened()
    page.own.addPlaced(strewnTable(5))
    const value = encodeView(page.store.getState().view, release)
    expect(value).toMatch(/^1~u1~v261122~k....$/)
    expect(decodeAddress(`?m=${value}`)?.unread).toEqual([])
  })

  test('who opens such a link is told, and a link made there tells of none', () => {
    const { store, actions } = opened()
    openAddress(
      `https://host/?m=${encodeView({ ...store.getState().view, ownFiles: 2 }, release)}`,
      store,
      actions,
      release,
    )
    expect(store.getState().session.notices).toMatchObject([{ message: 'link.ownData', values: { count: 2 } }])
    expect(store.getState().view.ownFiles).toBeUndefined()
  })

  test('a step back to a view without them leaves the layers on the map, and says nothing', () => {
    const page = opened()
    const before = encodeView(page.store.getState().view, release)
    page.own.addPlaced(strewnTable(5))
    openAddress(`https://host/?m=${before}`, page.store, page.actions, release)
    expect(page.store.getState().view.ownFiles).toBe(1)
    openAddress(`https://host/?m=${encodeView(page.store.getState().view, release)}`, page.store, page.actions, release)
    expect(page.store.getState().session.notices).toEqual([])
  })

  test('a scene keeps what it tells; leaving the show goes back to what is here', () => {
    const { store, actions, own } = opened()
    own.addPlaced(strewnTable(5))
    actions.showScene({ ...store.getState().view, ownFiles: undefined }, { briefing: 'own', index: 1 })
    expect(store.getState().view.ownFiles).toBeUndefined()
    actions.leaveShow()
    expect(store.getState().view).toMatchObject({ ownFiles: 1, scene: undefined })
  })
})
