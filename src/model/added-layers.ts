/**
 * What a layer brings that is not part of the build: how its features look, which of their columns are told and which
 * can be filtered, and what is filtered of it. Configured layers and the user's own are made from it. Pure.
 */
import type { Language } from './messages'

/** A text that comes with a layer, in both languages. */
export type LocalText = { readonly [language in Language]: string }

/** The sorts of geometry a layer may hold. */
export const addedGeometries = ['area', 'line', 'point'] as const
/** One of `addedGeometries`. */
export type AddedGeometry = (typeof addedGeometries)[number]

/** A value of a column of a layer. */
export type ColumnValue = string | number | boolean

/** Features with one value of a column, drawn in a colour of their own. */
export interface AddedClass {
  value: ColumnValue
  text: LocalText
  /** `#rrggbb` */
  color: string
}

/** How the features of a layer are drawn. */
export interface AddedLook {
  geometries: readonly AddedGeometry[]
  /** `#rrggbb`; with classes, the colour of what is in none. */
  color: string
  /** The column that decides, and what its values mean. */
  classes?: { column: string; values: readonly AddedClass[] }
}

/** A column of a layer's features. */
export interface AddedColumn {
  name: string
  title: LocalText
  /** How it can be filtered: by choosing among values, or between two numbers. */
  filter?: { by: 'choice'; values: readonly { value: ColumnValue; text: LocalText }[] } | { by: 'range' }
}

/** What is filtered of a layer: features whose column has one of the values, as text, or lies between two numbers. */
export interface LayerFilter {
  layer: string
  column: string
  values?: readonly string[]
  /** Inclusive; either end may be open. */
  from?: number
  to?: number
}

/** A feature of a layer that was pressed on the map. */
export interface IdentifiedFeature {
  layer: string
  values: { readonly [column: string]: unknown }
  /** Degrees WGS 84. */
  at: readonly [longitude: number, latitude: number]
}

/** One line of a layer's legend; with `where` it explains only the features that have this. */
export interface AddedLegendEntry {
  text: LocalText
  color: string
  geometry: AddedGeometry
  where?: { column: string; value: ColumnValue }
}

/** Returns the legend of a layer: a line a class, else one with its title. */
export function addedLegend(title: LocalText, { geometries, color, classes }: AddedLook): AddedLegendEntry[] {
  const [geometry = 'area'] = geometries
  if (!classes) return [{ text: title, color, geometry }]
  return classes.values.map(({ text, color: own, value }) => ({
    text: joined(title, text),
    color: own,
    geometry,
    where: { column: classes.column, value },
  }))
}

const joined = (title: LocalText, text: LocalText): LocalText => ({
  'zh-CN': `${title['zh-CN']} · ${text['zh-CN']}`,
  en: `${title.en} · ${text.en}`,
})

const isOpen = ({ values = [], from, to }: LayerFilter) => values.length === 0 && from === undefined && to === undefined

/** Returns the filters with one of them set; one that lets everything pass is left out, and so is an empty list. */
export function withLayerFilter(
  filters: readonly LayerFilter[] = [],
  changed: LayerFilter,
): readonly LayerFilter[] | undefined {
  const others = filters.filter(({ layer, column }) => layer !== changed.layer || column !== changed.column)
  const all = isOpen(changed) ? others : [...others, changed]
  return all.length > 0 ? all.sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1)) : undefined
}

const keyOf = ({ layer, column }: LayerFilter) => `${layer} ${column}`

/** Returns the columns that a feature's panel tells, each with its value as text; a value that is missing is left out. */
export function toldColumns(
  columns: readonly AddedColumn[],
  values: IdentifiedFeature['values'],
  language: Language,
): { name: string; title: string; text: string }[] {
  return columns.flatMap((column) => {
    const value = values[column.name]
    if (value === undefined || value === null || value === '') return []
    const choice = column.filter?.by === 'choice' && column.filter.values.find((each) => each.value === value)
    const text = choice ? choice.text[language] : valueText(value, language)
    return [{ name: column.name, title: column.title[language], text }]
  })
}

function valueText(value: unknown, language: Language): string {
  return typeof value === 'number' ? value.toLocaleString(language, { maximumFractionDigits: 6 }) : String(value)
}
