/** Values in rows, by their paths. Pure. */

/** A value that JSON can hold; undefined where there is none. */
export type Value = unknown
/** A row as an author writes it. */
export type Row = { readonly [field: string]: Value }
/** The place of a value in a row. */
export type Path = readonly (string | number)[]

/** Returns whether a value is a list or a mapping. */
const isCollection = (value: Value): value is { [key: string]: Value } => typeof value === 'object' && value !== null

/** Returns the value at a path; undefined where there is none. */
export const valueAt = (row: Row, path: Path): Value =>
  path.reduce<Value>((value, key) => (isCollection(value) ? value[key] : undefined), row)

/** Returns a row with another value at a path; what becomes empty by it is left out. */
export function withValue(row: Row, path: Path, value: Value): Row {
  return (changed(row, path, value) as Row | undefined) ?? {}
}

function changed(into: Value, [key, ...rest]: Path, value: Value): Value {
  if (key === undefined) return value
  if (typeof key === 'number') {
    const list: Value[] = Array.isArray(into) ? [...into] : []
    list[key] = changed(list[key], rest, value)
    return list.every((each) => each === undefined) ? undefined : [...list]
  }
  const known = isCollection(into) && !Array.isArray(into) ? into : {}
  const inner = changed(known[key], rest, value)
  if (inner !== undefined) return { ...known, [key]: inner }
  const { [key]: _, ...others } = known
  return Object.keys(others).length > 0 ? others : undefined
}

/** Returns whether two values are the same, keys in any order; an absent value is one without content. */
export function isSame(one: Value, other: Value): boolean {
  if (Object.is(one, other)) return true
  if (!isCollection(one) || !isCollection(other) || Array.isArray(one) !== Array.isArray(other)) return false
  const keys = Object.keys(one)
  return keys.length === Object.keys(other).length && keys.every((key) => key in other && isSame(one[key], other[key]))
}
