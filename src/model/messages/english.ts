import { catalogue } from './sections'

/** The English texts by key. */
export const english: { readonly [key: string]: string } = Object.fromEntries(
  Object.entries(catalogue).map(([key, [, text]]) => [key, text]),
)
