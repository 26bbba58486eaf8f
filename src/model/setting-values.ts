/** Values of an owner's setting in JSON, each read or refused in words that name its place. Pure. */
import type { ColumnValue, LocalText } from './added-layers'

/** An object of a setting. */
export type Row = { readonly [key: string]: unknown }

/** Returns an object of a setting. Throws for one with a key nobody knows: a slip of the pen would be left out without a word. */
export function rowOf(value: unknown, at: string, keys: readonly string[]): Row {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error(`${at}：应是一个 JSON 对象`)
  const strange = Object.keys(value).find((key) => !keys.includes(key))
  if (strange !== undefined) throw new Error(`${at}：不认识 ${strange}，可用 ${keys.join('、')}`)
  return value as Row
}

/** Returns the `title` and `titleEn` of a row; the first stands for a missing second. */
export function textOf({ title, titleEn = title }: Row, at: string): LocalText {
  if (typeof title !== 'string' || !title || typeof titleEn !== 'string') throw new Error(`${at}：缺少 title`)
  return { 'zh-CN': title, en: titleEn }
}

/** Returns the `value` of a row. */
export function columnValueOf({ value }: Row, at: string): ColumnValue {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  throw new Error(`${at}：value 应是文字、数字或 true、false`)
}

/** Returns a colour in small letters. */
export function colorOf(color: unknown, at: string): string {
  if (typeof color === 'string' && /^#[0-9a-f]{6}$/i.test(color)) return color.toLowerCase()
  throw new Error(`${at} 应是 #rrggbb`)
}

/** Returns a text, or undefined where none is written. */
export function stringOf(value: unknown, at: string): string | undefined {
  if (value === undefined || (typeof value === 'string' && value !== '')) return value
  throw new Error(`${at} 应是文字`)
}

/** Returns a number within two ends, or undefined where none is written. */
export function numberIn(value: unknown, [least, most]: readonly [number, number], at: string): number | undefined {
  if (value === undefined || (typeof value === 'number' && value >= least && value <= most)) return value
  throw new Error(`${at} 应是 ${least}–${most} 的数`)
}

/** Returns a list; an empty one where none is written. */
export function listOf(value: unknown = [], at: string): unknown[] {
  if (Array.isArray(value)) return value
  throw new Error(`${at} 应是数组`)
}

/** Returns the one of a closed set that is written. */
export function oneOf<T extends string>(value: unknown, all: readonly T[], at: string): T {
  const known = all.find((each) => each === value)
  if (known === undefined) throw new Error(`${at} 应为 ${all.join('、')} 之一，现为 ${JSON.stringify(value)}`)
  return known
}

/** Returns an object with a key if it has a value. */
export const given = <Key extends string, T>(key: Key, value: T | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { [key in Key]?: T }
