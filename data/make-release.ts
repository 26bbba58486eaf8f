/**
 * `npx tsx data/make-release.ts 2026-12-01`: gives the record of today that date and commits to it: writes the
 * manifest of its items and the list of named links. Without a date it writes those of the present release again,
 * which is right only until the first link to it has been published.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { buildRecord } from './build'
import { buildSettings } from './settings'
import { releaseManifest } from './steps/release-manifest'
import { readReleases } from './steps/releases'

const root = process.cwd()
const settings = buildSettings(root)
const { region, record, resolved } = await buildRecord(root, settings)
const { release } = region
const date = process.argv[2] ?? release
if (!/^\d{4}-\d\d-\d\d$/.test(date) || date < release) throw new Error(`${date} is no date from ${release} on`)

const folder = join(resolve(root, settings.regionFolder), 'releases')
mkdirSync(folder, { recursive: true })
const manifest = releaseManifest(record, resolved, date)
writeFileSync(join(folder, `${date}.json`), `${JSON.stringify(manifest, undefined, 1)}\n`)
const slugs = [
  ...new Set([...readReleases(resolve(root, settings.regionFolder)).slugs, ...record.links.map(({ row }) => row.slug)]),
].sort()
writeFileSync(join(folder, 'slugs.json'), `${JSON.stringify({ slugs }, undefined, 2)}\n`)
const source = join(resolve(root, settings.regionFolder), 'region.yaml')
writeFileSync(source, readFileSync(source, 'utf8').replace(/^release: .*$/m, `release: '${date}'`))
const items = Object.values(manifest.items).reduce((sum, digests) => sum + Object.keys(digests).length, 0)
console.log(`${date}: ${items} items, ${slugs.length} named links`)
