import { afterEach, describe, expect, it, vi } from 'vitest'
import { whenSized } from '../../../src/map/when-sized'

describe('a map in a frame without a size', () => {
  afterEach(() => vi.unstubAllGlobals())

  const observed = () => {
    const observers: (() => void)[] = []
    const disconnect = vi.fn()
    vi.stubGlobal(
      'ResizeObserver',
      class {
        constructor(tell: () => void) {
          observers.push(tell)
        }
        observe() {}
        disconnect = disconnect
      },
    )
    return { tell: () => observers.forEach((each) => void each()), disconnect }
  }
  const element = {} as Element

  it.each([
    ['height', { width: 400, height: 0 }, { width: 400, height: 300 }],
    ['width', { width: 0, height: 300 }, { width: 400, height: 300 }],
    ['either', { width: 0, height: 0 }, { width: 1, height: 1 }],
  ])('waits for its %s, then goes on once', async (_, before, after) => {
    const { tell, disconnect } = observed()
    let size = before
    const done = vi.fn()
    const waiting = whenSized(element, () => size).then(done)
    tell()
    await Promise.resolve()
    expect(done).not.toHaveBeenCalled()
    size = after
    tell()
    await waiting
    expect(done).toHaveBeenCalledOnce()
    expect(disconnect).toHaveBeenCalledOnce()
  })

  it('does not wait where there is one', async () => {
    observed()
    await whenSized(element, () => ({ width: 400, height: 300 }))
  })
})
