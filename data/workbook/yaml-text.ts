/** Writes values as YAML in the manner of the record's files. Pure. */
import { stringify } from 'yaml'

/** A value that JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** How the collections of a file are written. */
export interface YamlStyle {
  /** `{ id: a }` rather than `{id: a}`. */
  padded: boolean
}

/** Returns the style of a file, by what is most in it. */
export const styleOf = (text: string): YamlStyle => ({
  padded: (text.match(/\{ /g)?.length ?? 0) >= (text.match(/\{[^\s}]/g)?.length ?? 0),
})

/** Returns whether two values are the same, keys of mappings in any order. */
export function sameValue(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (!isCollection(one) || !isCollection(other) || Array.isArray(one) !== Array.isArray(other)) return false
  const [own, others] = [Object.entries(one), new Map(Object.entries(other))]
  return own.length === others.size && own.every(([key, value]) => others.has(key) && sameValue(value, others.get(key)))
}

/** Returns whether a value is a list or a mapping. */
export const isCollection = <T>(value: T): value is T & object => typeof value === 'object' && value !== null

/** Returns a scalar in one line; inside brackets more of them need quotes. */
export function scalarText(value: null | boolean | number | string, inFlow: boolean): string {
  const options = { singleQuote: true, lineWidth: 0, blockQuote: false, flowCollectionPadding: false } as const
  if (!inFlow) return stringify(value, options).replace(/\n$/, '')
  const text = stringify([value], { ...options, collectionStyle: 'flow' })
  return text.replace(/^\[/, '').replace(/\]\n$/, '')
}

/** Returns a value in one line. */
export function flowText(value: Json, style: YamlStyle, inFlow = false): string {
  if (!isCollection(value)) return scalarText(value, inFlow)
  if (Array.isArray(value)) return `[${value.map((each) => flowText(each, style, true)).join(', ')}]`
  const space = style.padded ? ' ' : ''
  const pairs = Object.entries(value).map(([key, each]) => `${keyText(key)}: ${flowText(each, style, true)}`)
  return pairs.length === 0 ? '{}' : `{${space}${pairs.join(', ')}${space}}`
}

/** Returns the lines of a field of a block mapping, without the indent of the first. */
export function fieldText(key: string, value: Json, indent: number, style: YamlStyle): string {
  const line = (more: number, text: string) => `\n${' '.repeat(indent + more)}${text}`
  if (Array.isArray(value) && value.length > 0 && value.every(isCollection))
    return `${key}:${value.map((each) => line(2, `- ${flowText(each, style)}`)).join('')}`
  if (isCollection(value) && !Array.isArray(value) && Object.keys(value).every(isYear)) {
    const years = Object.entries(value as { [year: string]: Json })
    return `${key}:${years.map(([year, each]) => line(2, `${year}: ${flowText(each, style)}`)).join('')}`
  }
  return `${key}: ${flowText(value, style)}`
}

/** Returns the lines of a row of a list; its first field is its id. */
export function rowText(row: { readonly [field: string]: Json }, style: YamlStyle): string {
  const fields = Object.entries(row).map(([key, value]) => fieldText(key, value, 2, style))
  return `- ${fields.join('\n  ')}\n`
}

const isYear = (key: string) => /^\d{4}$/.test(key)
const keyText = (key: string) => (/^\w+$/.test(key) ? key : scalarText(key, true))
