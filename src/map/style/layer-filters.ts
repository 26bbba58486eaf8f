/** What is filtered of added layers, as filters of the style. Pure. */
import type { ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { LayerFilter } from '../../model/added-layers'

/** Returns an expression for a property as text: tiles may write a number where the settings write one in quotes. */
export const textOf = (property: string): ExpressionSpecification => ['to-string', ['get', property]]

/** Returns a layer of the style with what is filtered of its source; unchanged where nothing is. */
export function filteredLayer(layer: LayerSpecification, filters: readonly LayerFilter[] = []): LayerSpecification {
  const own = filters.filter((filter) => 'source' in layer && filter.layer === layer.source)
  if (own.length === 0) return layer
  const before = 'filter' in layer && layer.filter ? [layer.filter] : []
  return { ...layer, filter: ['all', ...before, ...own.flatMap(conditions)] } as LayerSpecification
}

/** A column that is not there is no number, though the engine would read it as 0. */
function conditions({ column, values = [], from, to }: LayerFilter): unknown[] {
  const number = ['to-number', ['get', column]]
  return [
    ...(values.length > 0 ? [['in', textOf(column), ['literal', values]]] : []),
    ...(from === undefined && to === undefined ? [] : [['has', column]]),
    ...(from === undefined ? [] : [['>=', number, from]]),
    ...(to === undefined ? [] : [['<=', number, to]]),
  ]
}
