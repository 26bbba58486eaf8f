/** Finds the packages whose code is in what the build ships. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** A package whose code ships. */
export interface BundledPackage {
  name: string
  /** Undefined for one that comes inside another's file, whose version no file tells. */
  version: string | undefined
  /** An SPDX identifier or expression. */
  licence: string
  /** The text of its licence file; undefined where it has none. */
  licenceText: string | undefined
  website: string | undefined
  /** The packages in whose files it comes; empty for one that the build itself bundled. */
  within: readonly string[]
}

interface Manifest {
  name: string
  version: string
  license?: string
  homepage?: string
}

/** Helpers that bundlers add under names of their own. */
const virtualOwners: readonly (readonly [RegExp, string])[] = [
  [/^\0?(vite\/|\/@vite)/, 'vite'],
  [/^\0?rolldown\//, 'rolldown'],
]

const inModules = /^(.*[\\/]node_modules[\\/])((?:@[^\\/]+[\\/])?[^\\/]+)/

/** Returns the folder of the package that a module belongs to; undefined for the project's own. */
export function packageFolder(id: string, root: string): string | undefined {
  const owner = virtualOwners.find(([pattern]) => pattern.test(id))?.[1]
  if (owner !== undefined) return join(root, 'node_modules', owner)
  const [, before, name] = inModules.exec(id.replace(/^\0/, '')) ?? []
  return before === undefined || name === undefined ? undefined : `${before}${name}`
}

/** Returns the names of the packages that a bundled file was made from, as its source map tells. */
export function namesWithin(sources: readonly string[]): string[] {
  const names = sources.flatMap((source) => inModules.exec(`/${source}`)?.[2]?.replaceAll('\\', '/') ?? [])
  return [...new Set(names)].sort()
}

/** Returns the packages of some modules, by name. Throws for a package that does not say under which licence it is. */
export function packagesOf(ids: Iterable<string>, root: string): BundledPackage[] {
  const found = new Map<string, BundledPackage>()
  const within = new Map<string, Set<string>>()
  for (const id of [...ids].sort()) {
    const folder = packageFolder(id, root)
    if (folder === undefined) continue
    const own = described(folder)
    found.set(own.name, own)
    for (const name of namesWithin(sourcesOf(id)))
      if (name !== own.name) within.set(name, (within.get(name) ?? new Set()).add(own.name))
  }
  for (const [name, holders] of within) {
    if (found.has(name)) continue
    const folder = join(root, 'node_modules', name)
    found.set(name, { ...described(folder), version: undefined, within: [...holders].sort() })
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** What a file that was bundled before came from. */
function sourcesOf(id: string): string[] {
  const map = `${id.replace(/\?.*$/, '').replace(/^\0/, '')}.map`
  return existsSync(map) ? (JSON.parse(readFileSync(map, 'utf8')) as { sources: string[] }).sources : []
}

function described(folder: string): BundledPackage {
  const { name, version, license, homepage } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  ) as Manifest
  if (!license) throw new Error(`${basename(folder)} does not say under which licence it is`)
  const file = readdirSync(folder)
    .filter((one) => /^(licen[cs]e|copying)(\.(md|txt))?$/i.test(one))
    .sort()[0]
  const licenceText = file === undefined ? undefined : ownLicence(readFileSync(join(folder, file), 'utf8'))
  return { name, version, licence: license, licenceText, website: homepage, within: [] }
}

/** A bundler's file goes on with the licences of what it is made of; of it only a helper ships. */
const ownLicence = (text: string) => text.replace(/^#+ Licenses of bundled dependencies[\s\S]*/m, '').trim()
