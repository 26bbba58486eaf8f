/** The camera's fields: `z` zoom, `y` latitude, `x` longitude, `b` bearing, `i` pitch, each a field of its own. */
import type { Camera } from '../../geo/screen/camera'
import type { FieldCodec } from './link-codec'

const limits: { readonly [key: string]: readonly [keyof Camera, number, number] } = {
  z: ['zoom', 0, 24],
  y: ['latitude', -85, 85],
  x: ['longitude', -180, 180],
  b: ['bearing', -180, 180],
  i: ['pitch', 0, 85],
}

/**
 * The codec of the camera. It writes zoom to 0.01 and degrees to 4 decimals (7 m at most), from zoom 12 to 5; bearing
 * and pitch only if they are not 0.
 */
export const camera: FieldCodec = {
  keys: 'zyxbi',
  encode: ({ camera: at }) => {
    if (!at) return undefined
    if (!Object.values(at).every(Number.isFinite)) throw new Error(`a camera of ${JSON.stringify(at)}`)
    const zoom = rounded(within('z', at.zoom), 2)
    const decimals = zoom >= 12 ? 5 : 4
    const fields = [
      `z${zoom}`,
      `y${rounded(within('y', at.latitude), decimals)}`,
      `x${rounded(turned(at.longitude), decimals)}`,
    ]
    const bearing = rounded(turned(at.bearing), 1)
    const pitch = rounded(within('i', at.pitch), 1)
    if (bearing !== 0) fields.push(`b${bearing}`)
    if (pitch !== 0) fields.push(`i${pitch}`)
    return fields.join('~')
  },
  decode: (key, text, view) => {
    const [name, least, most] = limits[key] ?? []
    const value = Number(text)
    if (!name || least === undefined || most === undefined) return false
    if (!/^-?\d{1,3}(\.\d{1,9})?$/.test(text) || value < least || value > most) return false
    const empty = { zoom: Number.NaN, latitude: Number.NaN, longitude: Number.NaN, bearing: 0, pitch: 0 }
    view.camera = { ...(view.camera ?? empty), [name]: value }
    return true
  },
}

/** Never −0, which would come back as 0. */
const rounded = (value: number, decimals: number) => Number(value.toFixed(decimals)) + 0

function within(key: 'z' | 'y' | 'i', value: number): number {
  const [, least = 0, most = 0] = limits[key] ?? []
  return Math.max(least, Math.min(most, value))
}

/** Degrees of a full turn as −180…180; what is within already stays as it is. */
const turned = (degrees: number) => (Math.abs(degrees) <= 180 ? degrees : ((((degrees + 180) % 360) + 360) % 360) - 180)
