/** Cuts the application's files of very many rows: a page reads each part in a task of its own. Pure. */

/** A file by its plain name. */
export interface NamedFile {
  name: string
  content: string
}

/** A part this long is parsed in some 40 ms. */
const mostCharacters = 4e6

/**
 * Returns a JSON file as it is, or, where it is long, a first part with some of the rows under `key` and everything else,
 * and more parts, `core.2.json`, with the other rows alone.
 */
export function inParts(name: string, key: string, content: string): NamedFile[] {
  const parts = Math.ceil(content.length / mostCharacters)
  if (parts === 1) return [{ name, content }]
  const whole = JSON.parse(content) as { [key: string]: unknown }
  const rows = whole[key] as unknown[]
  const each = Math.ceil(rows.length / parts)
  return Array.from({ length: parts }, (_, part) => {
    const own = { [key]: rows.slice(part * each, (part + 1) * each) }
    return {
      name: part === 0 ? name : partName(name, part + 1),
      content: JSON.stringify(part === 0 ? { ...whole, ...own } : own),
    }
  })
}

/** Returns the name of a part from the second on. */
export const partName = (name: string, part: number): string => name.replace(/(?=\.\w+$)/, `.${part}`)
