/** Points a style's icons and patterns at its own sprite, so that two styles' pictures may share a map. Pure. */
import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec'

type Rename = (icon: string) => string
type Values = { [property: string]: unknown }

const pictureProperties = ['icon-image', 'fill-pattern', 'line-pattern', 'background-pattern', 'fill-extrusion-pattern']

/** Returns a layer with its images renamed, in plain values and expressions. */
export function withSpriteNames(layer: LayerSpecification, rename: Rename): LayerSpecification {
  const renamed = (values: Values | undefined): Values | undefined =>
    values &&
    Object.fromEntries(
      Object.entries(values).map(([property, value]) => [
        property,
        pictureProperties.includes(property) ? renamedIn(value, rename) : value,
      ]),
    )
  const { layout, paint } = layer as { layout?: Values; paint?: Values }
  return {
    ...layer,
    ...(layout && { layout: renamed(layout) }),
    ...(paint && { paint: renamed(paint) }),
  } as typeof layer
}

/** A name, a template with fields in braces, a function with stops, or an expression whose results are names. */
function renamedIn(value: unknown, rename: Rename): unknown {
  if (typeof value === 'string') return value && rename(value)
  if (Array.isArray(value)) return renamedExpression(value, rename)
  if (typeof value !== 'object' || value === null) return value
  const { stops, ...rest } = value as { stops?: [unknown, unknown][] }
  const last = 'default' in rest ? { default: renamedIn(rest.default, rename) } : {}
  return { ...rest, ...last, ...(stops ? { stops: stops.map(([at, name]) => [at, renamedIn(name, rename)]) } : {}) }
}

/** Which arguments of an operator are results; the others decide between them. */
const resultsOf: { [operator: string]: (index: number, count: number) => boolean } = {
  coalesce: (index) => index > 0,
  case: (index, count) => index > 0 && (index % 2 === 0 || index === count - 1),
  match: (index, count) => index > 1 && (index % 2 === 1 || index === count - 1),
  step: (index) => index > 1 && index % 2 === 0,
  let: (index, count) => index === count - 1,
}

function renamedExpression(expression: unknown[], rename: Rename): unknown {
  const [operator] = expression
  const isResult = resultsOf[String(operator)]
  if (isResult)
    return expression.map((part, index) => (isResult(index, expression.length) ? renamedIn(part, rename) : part))
  if (operator === 'literal') return expression
  if (operator === 'image') return ['image', renamedIn(expression[1], rename)]
  // A computed name: its own sprite's prefix goes before it.
  return ['concat', rename(''), ['to-string', expression]]
}
