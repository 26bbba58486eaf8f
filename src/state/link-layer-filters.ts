/**
 * The filters of added layers in a link: `n.xparcels-c757365-v5232`. Columns and values are an owner's, in any script,
 * so they stand as the bytes of their text in hexadecimal; `v` is a value, `f` and `t` the two ends of a range.
 */
import type { LayerFilter } from '../model/added-layers'
import type { FieldCodec } from './link-codec'

const toHex = (value: string | number) =>
  Array.from(new TextEncoder().encode(String(value)), (byte) => byte.toString(16).padStart(2, '0')).join('')
const fromHex = (hex: string) =>
  new TextDecoder().decode(Uint8Array.from(hex.match(/../g) ?? [], (two) => Number(`0x${two}`)))

const written = ({ layer, column, values = [], from, to }: LayerFilter) =>
  [
    layer,
    `c${toHex(column)}`,
    ...[...values].sort().map((value) => `v${toHex(value)}`),
    ...(from === undefined ? [] : [`f${toHex(from)}`]),
    ...(to === undefined ? [] : [`t${toHex(to)}`]),
  ].join('-')

function read(text: string): LayerFilter | undefined {
  if (!/^x[a-z0-9]{1,15}-c([0-9a-f]{2})+(-[vft]([0-9a-f]{2})+)+$/.test(text)) return undefined
  const [layer = '', column = '', ...parts] = text.split('-')
  const filter: LayerFilter & { values?: string[] } = { layer, column: fromHex(column.slice(1)) }
  for (const part of parts) {
    const value = fromHex(part.slice(1))
    if (part[0] === 'v') filter.values = [...(filter.values ?? []), value]
    else filter[part[0] === 'f' ? 'from' : 'to'] = Number(value)
  }
  return Number.isNaN((filter.from ?? 0) + (filter.to ?? 0)) ? undefined : filter
}

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
