/** Parts of the static map's SVG on the page, in its own units. */
import type { Mark } from './marks'

/** Returns an element of a mark. */
export function elementOf({ element: name, attributes, theme, feature, isSelected, title, text }: Mark): SVGElement {
  const made = element(name, attributes)
  if (theme) made.dataset.theme = theme
  if (feature) made.dataset.feature = feature
  if (isSelected) made.setAttribute('aria-current', 'true')
  if (text !== undefined) made.textContent = text
  if (title !== undefined) {
    const described = element('title', {})
    described.textContent = title
    made.append(described)
  }
  return made
}

/** Returns an empty group, hidden from who reads the page aloud. */
export const group = (name: string) => element('g', { class: name, 'aria-hidden': 'true' })

function element(name: string, attributes: { readonly [name: string]: string }): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  return made
}
