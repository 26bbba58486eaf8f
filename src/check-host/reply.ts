/** An answer of a host, as it came. Pure. */
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib'
import { addToGroup } from '../../geo/base/groups'

/** What a host answered. */
export interface Reply {
  /** The address that answered in the end. */
  address: string
  status: number
  /** By name in small letters. */
  headers: { readonly [name: string]: string }
  /** As it came, compressed or not; empty for a HEAD. */
  body: Buffer
  /** Whether another address was asked first. */
  isRedirected: boolean
}

/** Returns whether something was there. */
export const isOk = ({ status }: { status: number }): boolean => status >= 200 && status < 300

/** Returns the type that an answer has, in small letters and without parameters; empty where it has none. */
export const typeOf = (headers: Reply['headers']): string =>
  headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? ''

/** Returns the body unpacked by its `Content-Encoding`; as it came where that is none known here. */
export function unpacked({ headers, body }: Reply): Buffer {
  const encoding = headers['content-encoding']?.trim().toLowerCase()
  if (encoding === 'gzip') return gunzipSync(body)
  if (encoding === 'br') return brotliDecompressSync(body)
  if (encoding === 'deflate') return inflateSync(body)
  return body
}

/** Returns items in groups by a key, in the order in which the keys first come. */
export function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) addToGroup(groups, keyOf(item), item)
  return groups
}
