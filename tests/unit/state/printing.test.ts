import { describe, expect, it } from 'vitest'
import { createActions } from '../../../src/state/actions'
import { createAppStore } from '../../../src/state/store'

function scene() {
  const store = createAppStore({ today: '2026-11-30', palette: 'dark', paletteFollowsSystem: false })
  return { actions: createActions(store), session: () => store.getState().session }
}

describe('printing', () => {
  it('takes the print palette and gives the reader’s own back', () => {
    const { actions, session } = scene()
    actions.beginPrinting('picture')
    expect(session()).toMatchObject({ printing: 'picture', palette: 'print', paletteFollowsSystem: false })
    actions.beginPrinting('page')
    expect(session().printing).toBe('picture')
    actions.endPrinting()
    expect(session()).toMatchObject({ printing: undefined, palette: 'dark', paletteFollowsSystem: false })
  })

  it('that the browser began leaves the palette alone, and a palette chosen since stays', () => {
    const { actions, session } = scene()
    actions.beginPrinting('picture')
    actions.endPrinting()
    actions.setPalette('light', false)
    actions.beginPrintingAsShown()
    expect(session().palette).toBe('light')
    actions.endPrinting()
    expect(session()).toMatchObject({ printing: undefined, palette: 'light' })
  })

  it('that has not begun cannot end', () => {
    const { actions, session } = scene()
    actions.endPrinting()
    expect(session().palette).toBe('dark')
  })
})
