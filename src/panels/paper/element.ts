/** Makes the elements that pages are put together from. */

/** Returns an element with a class and its children; those that are undefined are left out. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  className: string,
  ...children: readonly (Node | string | undefined)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name)
  if (className) made.className = className
  made.append(...children.filter((child) => child !== undefined))
  return made
}

const svgNamespace = 'http://www.w3.org/2000/svg'

/** Returns an SVG element with attributes and children. */
export function svgElement(
  name: string,
  attributes: { readonly [key: string]: string | number },
  ...children: readonly (Node | string)[]
): SVGElement {
  const made = document.createElementNS(svgNamespace, name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value))
  made.append(...children)
  return made
}
