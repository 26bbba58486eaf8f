/** The pages of published briefings: `/b/<slug>/index.html`, a still picture a scene, and the list `/b/`. Pure. */
import type { BuiltRecord } from '../build'
import type { ShippedBriefing } from '../schema-briefing'
import { type PageRegion, pageRegion } from '../schema-region'
import { briefingListPage, briefingPage, type PageScene } from './briefing-page'
import { briefingPageStyle } from './briefing-page-style'
import type { Problem } from './parse'
import { platedSvg, previewMapSize, previewPng } from './preview'

/** Reads, answers and draws the scenes of briefings by the application's own rules, because data/ must not import it. */
export type TellBriefings = (material: {
  features: string
  core: string
  details: string
  briefings: readonly ShippedBriefing[]
  region: PageRegion
  release: string
  staticMap: string
  previewSize: { width: number; height: number }
}) => ReadonlyMap<string, ToldScene[]>

/** A scene as it is told, with its pictures and what is wrong with its view. */
interface ToldScene extends PageScene {
  /** An SVG. */
  picture: string
  /** The same at `previewMapSize`. */
  preview: string
  problems: string[]
}

/** What the pages are made from. */
interface BriefingPagesInput extends Pick<BuiltRecord, 'briefings' | 'shipped' | 'region'> {
  staticMap: string
  tellBriefings: TellBriefings
  /** The address of the site, ending in `/`, for that of the preview image; undefined if it is not set. */
  siteUrl?: string
  contentSecurityPolicy: string
  /** Whether to draw PNGs, which take most of a second each; only a production build needs them. */
  withPng: boolean
}

type Files = Map<string, string | Uint8Array>

/** Returns the files by path below the site's root, and the problems of the scenes' views; no files without briefings. */
export function briefingFiles(input: BriefingPagesInput): {
  files: Files
  problems: Problem[]
  told: ReadonlyMap<string, readonly PageScene[]>
} {
  const { briefings } = shippedJson<{ briefings: ShippedBriefing[] }>(input, 'briefings.json')
  if (briefings.length === 0) return { files: new Map(), problems: [], told: new Map() }
  const told = input.tellBriefings({
    features: shippedText(input, 'features.geojson'),
    core: input.shipped.core,
    details: input.shipped.details,
    briefings,
    region: pageRegion(input.region),
    release: input.region.release,
    staticMap: input.staticMap,
    previewSize: previewMapSize,
  })
  const { contentSecurityPolicy } = input
  const files: Files = new Map<string, string | Uint8Array>([
    ['b/style.css', briefingPageStyle],
    ['b/index.html', briefingListPage({ briefings, contentSecurityPolicy })],
  ])
  for (const briefing of briefings) addFiles(briefing, told.get(briefing.slug) ?? [], input, files)
  return { files, problems: sceneProblems(input, told), told }
}

function shippedText({ shipped }: BriefingPagesInput, name: string): string {
  const text = shipped.files.get(name)
  if (text === undefined) throw new Error(`the recipe made no ${name}`)
  return text
}

const shippedJson = <T>(input: BriefingPagesInput, name: string) => JSON.parse(shippedText(input, name)) as T

function addFiles(briefing: ShippedBriefing, scenes: readonly ToldScene[], input: BriefingPagesInput, files: Files) {
  const folder = `b/${briefing.slug}`
  for (const scene of scenes) {
    files.set(`${folder}/${scene.no}.svg`, scene.picture)
    const card = platedSvg(scene.preview, { title: scene.title, description: briefing.title })
    if (input.withPng) files.set(`${folder}/card-${scene.no}.png`, previewPng(card))
    else files.set(`${folder}/card-${scene.no}.svg`, card)
  }
  const description = briefing.subtitle ?? scenes.map(({ title }) => title).join('、')
  const preview = platedSvg(scenes[0]?.preview ?? '', { title: briefing.title, description })
  const png = input.withPng ? previewPng(preview) : undefined
  const image = `preview.${png ? 'png' : 'svg'}`
  files.set(`${folder}/${image}`, png ?? preview)
  const page = briefingPage({
    briefing,
    scenes,
    description,
    image: input.siteUrl ? new URL(`${folder}/${image}`, input.siteUrl).href : image,
    imageIsPng: png !== undefined,
    contentSecurityPolicy: input.contentSecurityPolicy,
  })
  files.set(`${folder}/index.html`, page)
}

function sceneProblems({ briefings }: BriefingPagesInput, told: ReadonlyMap<string, ToldScene[]>): Problem[] {
  return briefings.flatMap(({ row, file, lineOf }) =>
    (told.get(row.slug) ?? []).flatMap(({ no, problems }, index) =>
      problems.map((problem) => ({
        file,
        line: lineOf(['scenes', index, 'view']),
        message: `${row.slug} 第 ${no} 号页：${problem}`,
      })),
    ),
  )
}
