/**
 * The published JSON Schemas keep what schema 1 promises, names and meanings of fields, and stay open to what may come:
 * further fields, and further members of closed sets. Pure.
 */
type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** Returns a JSON Schema without what a later release may add to: the ban on other fields, and closed `enum`s. */
export function openSchema(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(openSchema)
  if (schema === null || typeof schema !== 'object') return schema
  const opened: { [key: string]: Json } = {}
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'additionalProperties' && value === false) continue
    if (key === 'enum') Object.assign(opened, { examples: value, description: 'Members may be added.' })
    else opened[key] = openSchema(value)
  }
  return opened
}
