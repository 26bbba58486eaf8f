import { expect, test } from 'vitest'
import { fromGaussKruger, toGaussKruger } from '../../../geo/base/gauss-kruger'
import figures from './gauss-kruger-figures.json'

test('positions up to three degrees off the meridian agree with another implementation to 1 mm, and come back', () => {
  expect(figures.rows).toHaveLength(60)
  for (const [meridian = 0, longitude = 0, latitude = 0, easting = 0, northing = 0] of figures.rows) {
    const [x, y] = toGaussKruger([longitude, latitude], meridian)
    expect(Math.hypot(x - easting, y - northing)).toBeLessThan(1e-3)
    const back = fromGaussKruger([easting, northing], meridian)
    expect(Math.hypot(back[0] - longitude, back[1] - latitude)).toBeLessThan(1e-8)
  }
})
