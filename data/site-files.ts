/**
 * What the recipe puts into the site: the application's own files, `data/v1/`, the static map and the pages that need no
 * script. Pure but for reading the record.
 */

import { buildRecord, RecordError } from './build'
import { inParts } from './file-parts'
import type { ShippedBriefing } from './schema-briefing'
import { type PageRegion, pageRegion } from './schema-region'
import type { BuildSettings } from './settings'
import { briefingFiles, type TellBriefings } from './steps/briefing-pages'
import { embedFiles } from './steps/embed'
import { firstPaintSvg } from './steps/first-paint'
import { type MapAsset, mapAssets } from './steps/map-assets'
import { type NamedView, namedLinkFiles } from './steps/named-links'
import type { ShippedFeature } from './steps/resolve'

/** What the composition root gives, because data/ must not import it. */
export interface SiteOptions {
  /** The value of `m` that selects a district. */
  linkFor: (district: string, release: string) => string
  /** What the value of `m` shows; undefined where it is not whole. */
  readLink: (value: string) => NamedView | undefined
  tellBriefings: TellBriefings
  contentSecurityPolicy: string
}

/** The files of the site before they have their places. */
export interface SiteFiles {
  release: string
  region: PageRegion
  assets: MapAsset[]
  files: Map<string, string>
  staticMap: string
  /** Named links and briefings: files by path below the site's root. */
  pages: Map<string, string | Uint8Array>
}

/** Builds the record and all that is made of it. Throws a RecordError with every problem found. */
export async function buildSiteFiles(
  root: string,
  settings: BuildSettings,
  options: SiteOptions,
  links: { siteUrl?: string; withPng: boolean },
): Promise<SiteFiles> {
  const record = await buildRecord(root, settings)
  const { files, core, details } = record.shipped
  const features = files.get('features.geojson')
  if (!features) throw new Error('the recipe made no features.geojson')
  const own = [
    ...inParts('features.geojson', 'features', features),
    ...inParts('core.json', 'plans', core),
    { name: 'details.json', content: details },
    { name: 'releases.json', content: files.get('releases.json') ?? '' },
    { name: 'briefings.json', content: files.get('briefings.json') ?? '' },
  ]
  const staticMap = firstPaintSvg({
    topology: record.boundaries.topology,
    rivers: record.rivers,
    features: record.resolved.features as ShippedFeature[],
    region: record.region,
    linkFor: (district) => options.linkFor(district, record.region.release),
  })
  const { files: pages, problems } = namedLinkFiles({ ...record, ...options, ...links, staticMap })
  const briefings = briefingFiles({ ...record, ...options, ...links, staticMap })
  problems.push(...briefings.problems)
  if (problems.length > 0) throw new RecordError(problems)
  const all = new Map([...pages, ...briefings.files])
  const embed = embedFiles({
    release: record.region.release,
    ...(links.siteUrl ? { siteUrl: links.siteUrl } : {}),
    links: record.record.links.map(({ row }) => row),
    briefings: (JSON.parse(files.get('briefings.json') ?? '{"briefings":[]}') as { briefings: ShippedBriefing[] })
      .briefings,
    playValue: (slug, no) => briefings.told.get(slug)?.find((scene) => scene.no === no)?.playValue ?? '',
    paths: new Set(all.keys()),
  })
  return {
    assets: [...own, ...mapAssets(root, record)],
    files: new Map([...files, ...embed]),
    staticMap,
    pages: all,
    region: pageRegion(record.region),
    release: record.region.release,
  }
}
