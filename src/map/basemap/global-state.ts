/** A style's root `state`, written into its layers: on our map nobody changes it, and two styles may use the same names. Pure. */
import type { LayerSpecification, StyleSpecification } from '@maplibre/maplibre-gl-style-spec'

/** Returns a layer whose every `global-state` expression is the value the style begins with; null where it has none. */
export function withGlobalState(layer: LayerSpecification, state: StyleSpecification['state']): LayerSpecification {
  const valued = (value: unknown): unknown => {
    if (Array.isArray(value)) {
      if (value[0] === 'literal') return value
      // As a literal it stays an expression: bare, a filter's `==` would take it for the name of a property.
      if (value[0] === 'global-state' && typeof value[1] === 'string') return constant(state?.[value[1]]?.default)
      return value.map(valued)
    }
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, valued(each)]))
  }
  const written = ['filter', 'layout', 'paint'].flatMap((part) => {
    const value = (layer as { [part: string]: unknown })[part]
    return value === undefined ? [] : [[part, valued(value)]]
  })
  return { ...layer, ...Object.fromEntries(written) }
}

/** Null in a way that fits wherever a value of any type may stand. */
const constant = (value: unknown) => (value == null ? ['get', '', ['literal', {}]] : ['literal', value])
