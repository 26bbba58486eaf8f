/** Writes the bill of materials and the licences of what the build ships, from the modules that are really in it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin, Rolldown } from 'vite'
import { billName, licencesName } from '../model/components'
import { billOf, licenceTexts } from './bill'
import { packagesOf } from './bundled-packages'

/** The plugin for the page's own build, and the one for its workers, which are built apart. */
export interface SbomPlugins {
  page: Plugin
  worker: Plugin
}

/** Returns the two plugins. */
export function sbomPlugins(): SbomPlugins {
  const ids = new Set<string>()
  let root = process.cwd()
  const collect = (bundle: Rolldown.OutputBundle) => {
    for (const file of Object.values(bundle))
      if (file.type === 'chunk') for (const id of Object.keys(file.modules)) ids.add(id)
  }
  return {
    worker: { name: 'yulan-sbom-worker', apply: 'build', generateBundle: (_, bundle) => collect(bundle) },
    page: {
      name: 'yulan-sbom',
      apply: 'build',
      configResolved(config) {
        root = config.root
      },
      generateBundle(_, bundle) {
        collect(bundle)
        const packages = packagesOf(ids, root)
        const { name, version, license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
        const bill = `${JSON.stringify(billOf({ name, version, licence: license }, packages), undefined, 1)}\n`
        this.emitFile({ type: 'asset', fileName: billName, source: bill })
        this.emitFile({ type: 'asset', fileName: licencesName, source: licenceTexts(packages) })
      },
    },
  }
}
