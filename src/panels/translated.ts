/**
 * What a page translator does to the page, undone where text is to change. Translators put `<font>` elements around
 * text nodes or in their place; Solid, which writes to the nodes it made, would then write where nobody sees it. No
 * `<font>` is ever ours, so each is a translator's. Static text stays translated; only what changes loses it.
 */

const originals = new WeakMap<Element, Text>()
let translated = false

/** Begins to notice translators on the page; the rest of this module does nothing before it has seen one. */
export function followTranslators(root: Node): () => void {
  const observer = new MutationObserver((records) => {
    for (const record of records) notice(record)
  })
  observer.observe(root, { childList: true, subtree: true })
  pending = () => {
    for (const record of observer.takeRecords()) notice(record)
  }
  return () => {
    observer.disconnect()
    pending = undefined
  }
}

/** Reads what the observer has not been told of yet. */
let pending: (() => void) | undefined

/** Puts the text nodes directly below an element back where a translator found them. No-op on a page nobody translates. */
export function undoTranslation(parent: Node): void {
  pending?.()
  if (!translated) return
  for (const child of [...parent.childNodes]) {
    if (!isTranslator(child)) continue
    const text = originals.get(child) ?? textWithin(child)
    if (text) child.replaceWith(text)
    else child.remove()
  }
}

/** A text node that left while a translator's element came beside it is what that element stands for. */
function notice({ addedNodes, removedNodes, previousSibling, nextSibling }: MutationRecord): void {
  const beside = [...addedNodes, previousSibling, nextSibling].find(isTranslator)
  if (beside) translated = true
  for (const node of removedNodes) if (beside && node instanceof Text) originals.set(beside, node)
}

const isTranslator = (node: Node | null): node is HTMLElement => node instanceof HTMLElement && node.tagName === 'FONT'

/** The node itself, where the translator only wrapped it. */
function textWithin(element: HTMLElement): Text | undefined {
  const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode()
  return text instanceof Text ? text : undefined
}
