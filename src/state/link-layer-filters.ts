/**
 * The filters of added layers in a link: `n.xparcels-c757365-v5232`. Columns and values are an owner's, in any script,
 * so they stand as the bytes of their text in hexadecimal; `v` is a value, `f` and `t` the two ends of a range.
 */
import type { LayerFilter } from '../model/added-layers'
import type { FieldCodec } from './link-codec'

const toHex = (text: string) =>
  [...new TextEncoder().encode(text)].map((byte) => byte.toString(16).padStart(2, '0')).join('')

function fromHex(hex: string): string {
  const bytes = (hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16))
  return new TextDecoder().decode(Uint8Array.from(bytes))
}

const written = ({ layer, column, values = [], from, to }: LayerFilter) =>
  [
    layer,
    `c${toHex(column)}`,
    ...[...values].sort().map((value) => `v${toHex(value)}`),
    ...(from === undefined ? [] : [`f${toHex(String(from))}`]),
    ...(to === undefined ? [] : [`t${toHex(String(to))}`]),
  ].join('-')

function read(text: string): LayerFilter | undefined {
  if (!/^x[a-z0-9]{1,15}-c([0-9a-f]{2})+(-[vft]([0-9a-f]{2})*)+$/.test(text)) return undefined
  const [layer = '', column = '', ...parts] = text.split('-')
  const of = (letter: string) => parts.filter((part) => part[0] === letter).map((part) => fromHex(part.slice(1)))
  const [from, to] = ['f', 't'].map((letter) => of(letter)[0]).map((end) => (end === undefined ? end : Number(end)))
  if (Number.isNaN(from ?? 0) || Number.isNaN(to ?? 0)) return undefined
  const values = of('v')
  return { layer, column: fromHex(column.slice(1)), ...(values.length > 0 ? { values } : {}), ...ends(from, to) }
}

const ends = (from: number | undefined, to: number | undefined) => ({
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
})

/** The codec of the filters of added layers. */
export const layerFilters: FieldCodec = {
  keys: 'n',
  encode: ({ layerFilters: filters = [] }) =>
    filters.length > 0 ? `n.${filters.map(written).sort().join('.')}` : undefined,
  decode: (_, text, view) => {
    const parts = text.split('.')
    const filters = parts.map(read).filter((filter) => filter !== undefined)
    if (filters.length > 0) view.layerFilters = filters
    return filters.length === parts.length
  },
}
