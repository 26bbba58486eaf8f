import { describe, expect, it, test } from 'vitest'
import { type ShowState, type ShowSurroundings, startShow, stepShow } from '../../../../src/model/briefing/show'
import { cameraBeside, cameraOnMap, sceneCamera, sceneMapSize } from '../../../../src/model/briefing/show-camera'
import { figuresInText } from '../../../../src/model/briefing/show-figures'
import { findScenes } from '../../../../src/model/briefing/show-find'
import { commandOf, type ShowCommand } from '../../../../src/model/briefing/show-keys'
import { elapsedText, readMemory } from '../../../../src/model/briefing/show-memory'
import { defaultView } from '../../../../src/model/view'

const around: ShowSurroundings = { pages: 12, fullScreen: false, now: 1000 }

/** Presses keys one after the other where nothing has the focus. */
function pressed(keys: readonly string[], from: ShowState = startShow(4), change: Partial<ShowSurroundings> = {}) {
  return keys.reduce<ReturnType<typeof stepShow>>(
    ({ state }, key) => {
      const command = commandOf({ key }, 'show')
      return command ? stepShow(state, command, { ...around, ...change }) : { state }
    },
    { state: from },
  )
}

describe('keys', () => {
  test.each([
    ['PageDown', { place: 5 }],
    ['ArrowRight', { place: 5 }],
    ['ArrowDown', { place: 5 }],
    [' ', { place: 5 }],
    ['Enter', { place: 5 }],
    ['PageUp', { place: 3 }],
    ['ArrowLeft', { place: 3 }],
    ['ArrowUp', { place: 3 }],
    ['Backspace', { place: 3 }],
    ['Home', { place: 0 }],
    ['End', { place: 11 }],
    ['b', { blank: 'black' }],
    ['B', { blank: 'black' }],
    ['.', { blank: 'black' }],
    ['。', { blank: 'black' }],
    ['．', { blank: 'black' }],
    ['w', { blank: 'white' }],
    ['o', { panel: 'overview' }],
    ['g', { panel: 'find' }],
    ['/', { panel: 'ask' }],
    ['n', { notes: true }],
    ['T', { timer: true }],
  ])('%s', (key, becomes) => {
    const { state, effect } = pressed([key])
    expect(state).toMatchObject(becomes)
    expect(effect).toBeUndefined()
  })

  test.each([
    ['s', 'presenter'],
    ['F5', 'full-screen'],
    ['Escape', 'leave'],
  ])('%s asks the browser', (key, effect) => {
    expect(pressed([key])).toEqual({ state: startShow(4), effect })
  })

  it('knows a key that an input method has taken by its place', () => {
    expect(commandOf({ key: 'Process', code: 'KeyB' }, 'show')).toEqual({ do: 'black' })
    expect(commandOf({ key: 'Process', code: 'NumpadDecimal' }, 'show')).toEqual({ do: 'black' })
    expect(commandOf({ key: 'Process', code: 'Numpad7' }, 'show')).toEqual({ do: 'digit', digit: '7' })
    expect(commandOf({ key: 'Process', code: 'PageDown' }, 'show')).toEqual({ do: 'next' })
  })

  it('goes back with Shift and Space, and leaves the browser its own keys', () => {
    expect(commandOf({ key: ' ', shiftKey: true }, 'show')).toEqual({ do: 'previous' })
    for (const modifier of ['ctrlKey', 'altKey', 'metaKey'])
      for (const key of ['PageDown', 'b', 'F5', 'ArrowRight'])
        expect(commandOf({ key, [modifier]: true }, 'show')).toBeUndefined()
    for (const key of ['F11', 'Tab', 'x', 'F6', 'Shift']) expect(commandOf({ key }, 'show')).toBeUndefined()
  })

  it('leaves every key but F5 and Escape to a field', () => {
    for (const key of ['b', '.', ' ', 'Enter', 'PageDown', 'ArrowLeft', '3', '/', 'Backspace', 'Home'])
      expect(commandOf({ key }, 'field')).toBeUndefined()
    expect(commandOf({ key: 'F5' }, 'field')).toEqual({ do: 'full-screen' })
    expect(commandOf({ key: 'Escape' }, 'field')).toEqual({ do: 'out' })
  })

  it('leaves a button what presses it, and the clicker its pages', () => {
    for (const key of ['b', ' ', 'Enter', 'ArrowLeft', '3', '/', 'Backspace', 'Home', 's'])
      expect(commandOf({ key }, 'button')).toBeUndefined()
    expect(commandOf({ key: 'PageDown' }, 'button')).toEqual({ do: 'next' })
    expect(commandOf({ key: 'PageUp' }, 'button')).toEqual({ do: 'previous' })
  })
})

describe('pages', () => {
  it('stops at both ends without a new state', () => {
    const first = startShow(0)
    const last = startShow(11)
    expect(pressed(['PageUp'], first).state).toBe(first)
    expect(pressed(['PageDown'], last).state).toBe(last)
  })

  it('goes to the page of digits and Enter, of up to three digits', () => {
    expect(pressed(['1', '2', 'Enter']).state).toEqual(startShow(11))
    expect(pressed(['0', '0', '7', 'Enter']).state.place).toBe(6)
    expect(pressed(['9', '0', '0', '1', 'Enter']).state.place).toBe(0)
  })

  it('says which page there is not, and stays', () => {
    expect(pressed(['1', '3', 'Enter'])).toEqual({ state: startShow(4), effect: 'no-page', number: '13' })
    expect(pressed(['0', 'Enter'])).toMatchObject({ effect: 'no-page', state: { place: 4 } })
  })

  it('takes back digits by Backspace and by Escape, and forgets them after a while', () => {
    expect(pressed(['1', '2', 'Backspace']).state.digits?.text).toBe('1')
    expect(pressed(['1', 'Backspace']).state).toEqual(startShow(4))
    expect(pressed(['1', 'Escape']).state).toEqual(startShow(4))
    const typed = pressed(['1']).state
    expect(stepShow(typed, { do: 'enter' }, { ...around, now: 9000 }).state).toEqual(startShow(5))
    expect(stepShow(typed, { do: 'digit', digit: '2' }, { ...around, now: 9000 }).state.digits?.text).toBe('2')
  })

  it('forgets digits when the page turns', () => {
    expect(pressed(['1', 'PageDown']).state).toEqual(startShow(5))
  })

  it('goes to a chosen page only', () => {
    const go = (place: number): ShowCommand => ({ do: 'go', place })
    expect(stepShow(startShow(4), go(7), around).state.place).toBe(7)
    expect(stepShow(startShow(4), go(99), around).state.place).toBe(11)
    expect(stepShow(startShow(4), go(-1), around).state.place).toBe(0)
  })
})

describe('black and white', () => {
  it('come and go by their own key, and one takes the place of the other', () => {
    expect(pressed(['b', 'b']).state.blank).toBeUndefined()
    expect(pressed(['.', 'w']).state.blank).toBe('white')
  })

  it('go at the next press of a clicker, which turns no page', () => {
    expect(pressed(['.', 'PageDown']).state).toEqual(startShow(4))
    expect(pressed(['w', 'PageUp']).state).toEqual(startShow(4))
  })

  it('go when a page is chosen', () => {
    expect(pressed(['b', '3', 'Enter']).state).toEqual(startShow(2))
  })
})

describe('one level out at a time', () => {
  it('closes what is open, then digits, then black, then the question, then the show', () => {
    const asked: ShowState = { ...startShow(4), question: 0 }
    expect(pressed(['o', 'Escape']).state.panel).toBeUndefined()
    expect(pressed(['b', 'Escape'])).toEqual({ state: startShow(4) })
    expect(pressed(['Escape'], asked)).toEqual({ state: startShow(4) })
    expect(pressed(['Escape']).effect).toBe('leave')
  })

  it('leaves full screen only, whatever is open', () => {
    for (const state of [startShow(4), { ...startShow(4), panel: 'overview' as const }])
      expect(pressed(['Escape'], state, { fullScreen: true })).toEqual({ state, effect: 'leave-full-screen' })
  })

  it('lets the start key of a clicker alternate F5 and Escape without leaving the show', () => {
    expect(pressed(['F5']).effect).toBe('full-screen')
    expect(pressed(['F5'], startShow(4), { fullScreen: true })).toEqual({ state: startShow(4) })
    expect(pressed(['Escape'], startShow(4), { fullScreen: true }).effect).toBe('leave-full-screen')
  })

  it('ends the show from the button also in full screen', () => {
    expect(stepShow(startShow(4), { do: 'leave' }, { ...around, fullScreen: true }).effect).toBe('leave')
  })
})

describe('a question to the map', () => {
  const asked: ShowState = { ...startShow(4), question: 1 }
  it('gives way to the scene by R and by the next press of a clicker', () => {
    expect(pressed(['r'], asked).state).toEqual(startShow(4))
    expect(pressed(['PageDown'], asked).state).toEqual(startShow(4))
  })
  it('changes nothing by R where there is none', () => {
    const state = startShow(4)
    expect(pressed(['r'], state).state).toBe(state)
  })
})

it('starts with neither notes nor timer where nothing is kept', () => {
  expect(startShow(2, { notes: undefined, timer: true })).toEqual({ place: 2, notes: false, timer: true })
})

describe('figures in a text', () => {
  const figure = (value: string) => ({ value, what: '数' })
  it('are set apart where they stand, with or without spaces and commas', () => {
    const { pieces, missing } = figuresInText('有高校16所，平台 2700余个。', [figure('2,700 余个'), figure('16 所')])
    expect(pieces.filter((piece) => piece.figure).map(({ text }) => text)).toEqual(['16所', '2700余个'])
    expect(pieces.map(({ text }) => text).join('')).toBe('有高校16所，平台 2700余个。')
    expect(missing).toEqual([])
  })
  it.each([
    ['经济总量超过 3200 亿元', '突破 3,200 亿元', '3200 亿元'],
    ['聚焦四个支柱产业', '4 个', '四个'],
    ['推进两条铁路', '2 条', '两条'],
  ])('are found in %s as %s', (text, value, said) => {
    const { pieces, missing } = figuresInText(text, [figure(value)])
    expect(pieces.find((piece) => piece.figure)?.text).toBe(said)
    expect(missing).toEqual([])
  })
  it('are not taken from other words: 一个 says no number, 今后五年 is no rank', () => {
    expect(figuresInText('成为一个中心，今后五年进入前列', [figure('1 个'), figure('5')]).missing).toHaveLength(2)
  })
  it('are listed where the text does not hold them: 5 is not in 15 or 1.5', () => {
    expect(figuresInText('建 15 座，长 1.5 公里。', [figure('5 座'), figure('5 公里')]).missing).toHaveLength(2)
  })
})

describe('finding a page', () => {
  const scenes = ['九区一览', '“米”字型高铁网', '渝北：两山 12 项'].map((title, index) => ({
    no: index + 1,
    title,
    view: defaultView([]),
    points: index === 0 ? [{ kind: 'words' as const, text: '五个板块' }] : [],
  }))
  it('finds by number, by title and by what is said', () => {
    expect(findScenes(scenes, '2')).toEqual([1, 2])
    expect(findScenes(scenes, '米字型')).toEqual([1])
    expect(findScenes(scenes, '板块')).toEqual([0])
    expect(findScenes(scenes, '９９')).toEqual([])
    expect(findScenes(scenes, '')).toEqual([0, 1, 2])
  })
})

describe('what is kept over a reload', () => {
  const kept = { slug: 'jiuqu', no: 3, startedAt: 5, notes: true, timer: false, asked: [] }
  it('reads what it is given, and nothing else', () => {
    expect(readMemory(JSON.stringify(kept))).toEqual(kept)
    for (const text of [null, '', '{', '[]', 'null', '7', JSON.stringify({ ...kept, asked: [3] }), '{"slug":"a"}'])
      expect(readMemory(text)).toBeUndefined()
  })
  it('writes a span as a clock does', () => {
    expect([0, -5, 61_000, 3_599_999, 3_600_000, 36_061_000].map(elapsedText)).toEqual([
      '0:00',
      '0:00',
      '1:01',
      '59:59',
      '1:00:00',
      '10:01:01',
    ])
  })
})

describe('a scene’s camera', () => {
  const camera = { longitude: 106.5, latitude: 29.5, zoom: 11, bearing: 10, pitch: 0 }
  it('shows the same ground on a map of any size', () => {
    expect(cameraOnMap(camera, sceneMapSize)).toEqual(camera)
    expect(cameraOnMap(camera, { width: 1588, height: 1196 }).zoom).toBe(12)
    expect(cameraOnMap(camera, { width: 397, height: 9999 }).zoom).toBe(10)
    expect(cameraOnMap(camera, { width: 0, height: 0 })).toEqual(camera)
  })
  it('is taken from what is free of a map', () => {
    const padding = { left: 100, right: 106, top: 20, bottom: 82 }
    const taken = sceneCamera(camera, { width: 1000, height: 700 }, padding)
    expect(taken.zoom).toBeCloseTo(11, 10)
    // The panels cover more on the right and below: what is free lies to the left and above.
    const northUp = sceneCamera({ ...camera, bearing: 0 }, { width: 1000, height: 700 }, padding)
    expect(northUp.longitude).toBeLessThan(camera.longitude)
    expect(northUp.latitude).toBeGreaterThan(camera.latitude)
    const back = cameraBeside(taken, { width: 1000, height: 700 }, padding)
    for (const field of ['longitude', 'latitude', 'zoom', 'bearing'] as const)
      expect(back[field]).toBeCloseTo(camera[field], 10)
  })
})
