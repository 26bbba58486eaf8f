/** What must be set for one list of layers to look like another of the same layers. Pure. */
import type { FilterSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec'

/** One call that changes a layer. */
export type StyleChange =
  /** `undefined` resets a property to its default. */
  | { kind: 'paint' | 'layout'; layer: string; property: string; value: unknown }
  | { kind: 'filter'; layer: string; value: FilterSpecification | undefined }

/** Returns the calls that turn the layers `before` into `after`. A layer of one list only needs none: it comes or goes as a whole. */
export function styleChanges(
  before: readonly LayerSpecification[],
  after: readonly LayerSpecification[],
): StyleChange[] {
  const old = new Map(before.map((layer) => [layer.id, layer]))
  return after.flatMap((layer) => {
    const previous = old.get(layer.id)
    if (!previous) return []
    const [filterWas, filterIs] = [filterOf(previous), filterOf(layer)]
    const filtered: StyleChange[] =
      JSON.stringify(filterWas) === JSON.stringify(filterIs)
        ? []
        : [{ kind: 'filter', layer: layer.id, value: filterIs }]
    const set = (['paint', 'layout'] as const).flatMap((kind) => {
      const [was, is] = [valuesOf(previous, kind), valuesOf(layer, kind)]
      return [...new Set([...Object.keys(was), ...Object.keys(is)])]
        .filter((property) => JSON.stringify(was[property]) !== JSON.stringify(is[property]))
        .map((property): StyleChange => ({ kind, layer: layer.id, property, value: is[property] }))
    })
    return [...filtered, ...set]
  })
}

const filterOf = (layer: LayerSpecification) => ('filter' in layer ? layer.filter : undefined)

const valuesOf = (layer: LayerSpecification, kind: 'paint' | 'layout') =>
  ((layer as { paint?: object; layout?: object })[kind] ?? {}) as { [property: string]: unknown }
