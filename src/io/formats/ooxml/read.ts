/** Reads the parts of a package that was opened. */
import { DOMParser, type Document, type Element } from '@xmldom/xmldom'
import { type PackageFiles, type Part, type Relationship, relationshipsPath, textOf } from './package'

/** Returns a document; undefined for what is not well-formed or defines entities, which could grow without end. */
export function parseXml(text: string | undefined): Document | undefined {
  if (text === undefined || /<!DOCTYPE|<!ENTITY/i.test(text)) return undefined
  try {
    const onError = (_: string, message: string) => {
      throw new Error(message)
    }
    return new DOMParser({ onError }).parseFromString(text.replace(/^\uFEFF/, ''), 'text/xml')
  } catch {
    return undefined
  }
}

/** Returns all elements below a node with a name, prefix included. */
export const elementsOf = (node: Document | Element | undefined, name: string): Element[] => [
  ...(node?.getElementsByTagName(name) ?? []),
]

/** Returns the first element below a node with a name. */
export const elementOf = (node: Document | Element | undefined, name: string): Element | undefined =>
  elementsOf(node, name)[0]

/** Returns the relationships of a part, targets as paths in the package; of the package for the empty path. */
export function relationshipsOf(files: PackageFiles, path: string): Relationship[] {
  return elementsOf(parseXml(textOf(files, relationshipsPath(path))), 'Relationship').map((one) => {
    const target = one.getAttribute('Target') ?? ''
    const external = one.getAttribute('TargetMode') === 'External'
    return {
      id: one.getAttribute('Id') ?? '',
      type: one.getAttribute('Type') ?? '',
      target: external ? target : resolvedPath(path, target),
      ...(external ? { external } : {}),
    }
  })
}

/** Returns whether a relationship is of a type, by the last word of its address. */
export const isOfType = ({ type }: Relationship, name: string) => type.endsWith(`/${name}`)

function resolvedPath(owner: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const path = owner.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '.') path.push(step)
  }
  return path.join('/')
}

/** Returns the types of the parts of a package by path; of parts that have only a type by their ending, that. */
export function contentTypesOf(files: PackageFiles): (path: string) => string | undefined {
  const types = parseXml(textOf(files, '[Content_Types].xml'))
  const pairs = (name: string, key: string) =>
    elementsOf(types, name).map((one): [string, string] => [
      (one.getAttribute(key) ?? '').toLowerCase(),
      one.getAttribute('ContentType') ?? '',
    ])
  const overrides = new Map(pairs('Override', 'PartName'))
  const defaults = new Map(pairs('Default', 'Extension'))
  return (path) => overrides.get(`/${path}`.toLowerCase()) ?? defaults.get(path.split('.').pop()?.toLowerCase() ?? '')
}

/** Returns the parts that are reached from some, themselves included; `follow` says which relationships are kept. */
export function partsFrom(
  files: PackageFiles,
  starts: readonly string[],
  follow: (relationship: Relationship) => boolean,
): Part[] {
  const typeOf = contentTypesOf(files)
  const parts = new Map<string, Part>()
  const waiting = [...starts]
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const content = files.get(path)
    const contentType = typeOf(path)
    if (parts.has(path) || !content || !contentType) continue
    const relationships = relationshipsOf(files, path).filter(
      (one) => follow(one) && (one.external || files.has(one.target)),
    )
    parts.set(path, { path, contentType, content, relationships })
    waiting.push(...relationships.filter(({ external }) => !external).map(({ target }) => target))
  }
  return [...parts.values()]
}
