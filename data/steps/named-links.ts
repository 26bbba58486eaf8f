/**
 * The pages of named links: `/s/<slug>/index.html` with title, text and preview image, and a redirect to the view. A
 * published slug is never removed. Pure.
 */
import type { Geometry, Position } from 'geojson'
import type { Camera } from '../../geo/screen/camera'
import type { NamedLink } from '../schema'
import type { Region } from '../schema-region'
import { type NamedPage, namedPage, namedPageStyle } from './named-page'
import { type PreviewInput, previewPng, previewSvg } from './preview'
import type { AuthoredRecord, Located, Problem } from './read'
import type { ResolvedRecord, ShippedFeature } from './resolve'

/** The part of a view that its page describes. */
export interface NamedView {
  districts: readonly string[]
  feature?: string
  themes: readonly string[]
  camera?: Camera
}

/** What the pages are made from. */
export interface NamedLinkInput {
  record: AuthoredRecord
  region: Region
  resolved: ResolvedRecord
  staticMap: string
  /** Undefined where the value of `m` is not whole. */
  readLink: (value: string) => NamedView | undefined
  /** The address of the site, ending in `/`, for that of the preview image; undefined if it is not set. */
  siteUrl?: string
  contentSecurityPolicy: string
  /** Whether to draw PNGs, which take most of a second each; only a production build needs them. */
  withPng: boolean
}

/** Returns the files by path below the site's root, and the problems of the rows. */
export function namedLinkFiles(input: NamedLinkInput): {
  files: Map<string, string | Uint8Array>
  problems: Problem[]
} {
  const files = new Map<string, string | Uint8Array>([['s/style.css', namedPageStyle]])
  const problems: Problem[] = []
  for (const located of input.record.links) {
    const { row } = located
    const view = input.readLink(row.view)
    const unknown = view && unknownIds(view, input)
    if (!view) problems.push(problemAt(located, 'view', `${row.slug} 的 view 不完整或读不出：${row.view}`))
    else if (unknown && unknown.length > 0)
      problems.push(problemAt(located, 'view', `${row.slug} 的 view 里没有这些编号：${unknown.join('、')}`))
    else addPage(row, view, input, files)
  }
  return { files, problems }
}

const problemAt = (located: Located<NamedLink>, key: keyof NamedLink, message: string): Problem => ({
  file: located.file,
  line: located.lineOf([key]),
  message,
})

function unknownIds(view: NamedView, { record, resolved }: NamedLinkInput): string[] {
  const known = new Set([...resolved.features.map(({ id }) => id), ...record.aliases.map(({ row }) => row.from)])
  return [...view.districts, ...(view.feature ? [view.feature] : [])].filter((id) => !known.has(id))
}

function addPage(row: NamedLink, view: NamedView, input: NamedLinkInput, files: Map<string, string | Uint8Array>) {
  const ids = view.feature ? [view.feature] : view.districts
  const features = ids.flatMap((id) => input.resolved.features.find((feature) => feature.id === id) ?? [])
  const svg = previewSvg({
    ...previewInput(features, view, input.resolved),
    ...row,
    region: input.region,
    staticMap: input.staticMap,
  })
  const png = input.withPng ? previewPng(svg) : undefined
  files.set(`s/${row.slug}/preview.svg`, svg)
  if (png) files.set(`s/${row.slug}/preview.png`, png)
  const image = `preview.${png ? 'png' : 'svg'}`
  const page: NamedPage = {
    link: row,
    features: features.map(({ properties }) => properties),
    plans: input.resolved.plans.filter(
      ({ features: about, theme }) => about.some((id) => ids.includes(id)) && view.themes.includes(theme),
    ),
    sources: new Map(input.record.sources.map(({ row: source }) => [source.id, source])),
    image: input.siteUrl ? new URL(`s/${row.slug}/${image}`, input.siteUrl).href : image,
    imageIsPng: png !== undefined,
    contentSecurityPolicy: input.contentSecurityPolicy,
  }
  files.set(`s/${row.slug}/index.html`, namedPage(page))
}

function previewInput(
  features: readonly ShippedFeature[],
  { camera, districts }: NamedView,
  resolved: ResolvedRecord,
): Pick<PreviewInput, 'camera' | 'districts' | 'label' | 'lines'> {
  const [feature] = features
  const label = feature?.properties.labelAt && { text: feature.properties.name, at: feature.properties.labelAt }
  const members = new Set(feature?.properties.members?.map(({ id }) => id))
  const lines = resolved.features.filter(({ id }) => members.has(id))
  return { camera, districts, label, lines: lines.flatMap(({ geometry }) => coursesOf(geometry)) }
}

function coursesOf(geometry: Geometry | null): Position[][] {
  if (geometry?.type === 'LineString') return [geometry.coordinates]
  return geometry?.type === 'MultiLineString' ? geometry.coordinates : []
}

/**
 * Returns a problem for each published slug without a row, each row whose slug is not yet recorded as published, and
 * each repeated slug.
 */
export function lostSlugs(published: readonly string[], links: AuthoredRecord['links']): Problem[] {
  const slugs = links.map(({ row }) => row.slug)
  const gone = published.filter((slug) => !slugs.includes(slug))
  const unrecorded = links.filter(({ row }) => !published.includes(row.slug))
  const twice = links.filter(({ row }, index) => slugs.indexOf(row.slug) !== index)
  return [
    ...gone.map((slug) => ({
      file: 'data/links.yaml',
      line: 1,
      message: `短链 /s/${slug}/ 已经发布，不能去掉；可以改它的 view`,
    })),
    ...unrecorded.map((located) =>
      problemAt(located, 'slug', `新短链 ${located.row.slug} 要记入 data/releases/slugs.json，从此不能去掉`),
    ),
    ...twice.map((located) => problemAt(located, 'slug', `短链 ${located.row.slug} 重复`)),
  ]
}
