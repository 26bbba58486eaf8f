/** The rules of briefings that a schema cannot hold: numbers and slugs that stay, citations that lead somewhere. Pure. */
import type { AuthoredBriefing } from '../schema-briefing'
import type { AuthoredRecord, Located, Problem } from './read'

/** The scenes that were ever published, by slug: their numbers. */
export interface PublishedScenes {
  readonly [slug: string]: readonly number[]
}

type LocatedBriefing = Located<AuthoredBriefing>

/** Returns every problem of briefings that can be found without reading their views. */
export function checkBriefings(briefings: readonly LocatedBriefing[], record: AuthoredRecord): Problem[] {
  const known = citable(record)
  return [
    ...repeatedSlugs(briefings),
    ...briefings.flatMap((briefing) => [
      ...misnamed(briefing),
      ...repeatedNumbers(briefing),
      ...brokenRetirements(briefing),
      ...deadCites(briefing, known),
    ]),
  ]
}

/** Returns a problem for each published slug or scene that is gone, and for scenes not yet recorded as published. */
export function lostScenes(
  published: PublishedScenes,
  briefings: readonly LocatedBriefing[],
  regionFolder = 'data',
): Problem[] {
  const listFile = `${regionFolder}/releases/briefings.json`
  const bySlug = new Map(briefings.map((briefing) => [briefing.row.slug, briefing]))
  const gone = Object.entries(published).flatMap(([slug, numbers]): Problem[] => {
    const briefing = bySlug.get(slug)
    if (!briefing) return [{ file: listFile, line: 1, message: `汇报 /b/${slug}/ 已经发布，不能去掉` }]
    const { scenes, retired } = briefing.row
    const kept = new Set([...scenes, ...retired].map(({ no }) => no))
    return numbers
      .filter((no) => !kept.has(no))
      .map((no) =>
        problemAt(
          briefing,
          ['scenes'],
          `${slug} 的第 ${no} 号页已经发布，现在没有了：请在 retired 写明去处（to）和原因`,
        ),
      )
  })
  const unrecorded = briefings.flatMap((briefing) => {
    const { slug, scenes } = briefing.row
    const numbers = published[slug] ?? []
    const fresh = scenes.map(({ no }) => no).filter((no) => !numbers.includes(no))
    const message = `${slug} 的第 ${fresh.join('、')} 号页是新的：要记入 ${listFile}，从此不能去掉`
    return fresh.length > 0 ? [problemAt(briefing, ['slug'], message)] : []
  })
  return [...gone, ...unrecorded]
}

const problemAt = (located: Located<unknown>, path: readonly PropertyKey[], message: string): Problem => ({
  file: located.file,
  line: located.lineOf(path),
  message,
})

function repeatedSlugs(briefings: readonly LocatedBriefing[]): Problem[] {
  const slugs = briefings.map(({ row }) => row.slug)
  return briefings
    .filter(({ row }, index) => slugs.indexOf(row.slug) !== index)
    .map((briefing) => problemAt(briefing, ['slug'], `汇报 ${briefing.row.slug} 重复`))
}

/** A briefing is found by its file's name. */
function misnamed(briefing: LocatedBriefing): Problem[] {
  const { slug } = briefing.row
  if (briefing.file.endsWith(`/${slug}.yaml`)) return []
  return [problemAt(briefing, ['slug'], `slug 是 ${slug}，文件名应为 ${slug}.yaml`)]
}

function repeatedNumbers(briefing: LocatedBriefing): Problem[] {
  const { slug, scenes } = briefing.row
  const numbers = scenes.map(({ no }) => no)
  return numbers.flatMap((no, index) =>
    numbers.indexOf(no) === index
      ? []
      : [problemAt(briefing, ['scenes', index, 'no'], `${slug} 有两页的 no 都是 ${no}：no 给定一次，不再另作他用`)],
  )
}

function brokenRetirements(briefing: LocatedBriefing): Problem[] {
  const { slug, scenes, retired } = briefing.row
  const living = new Set(scenes.map(({ no }) => no))
  return retired.flatMap(({ no, to }, index) => {
    const at = (key: string, message: string) => [problemAt(briefing, ['retired', index, key], message)]
    if (living.has(no)) return at('no', `${slug} 的第 ${no} 号页还在，不能又写在 retired`)
    if (!living.has(to)) return at('to', `${slug} 的 retired 指向第 ${to} 号页，没有这一页`)
    return []
  })
}

/** What `cite` may name; an id that is gone counts if an alias leads to something that can be cited. */
function citable(record: AuthoredRecord): Set<string> {
  const known = new Set([
    ...record.plans.map(({ row }) => `plan:${row.id}`),
    ...record.projects.map(({ row }) => `project:${row.no}${row.sub ?? ''}`),
    ...record.indicators.map(({ row }) => `indicator:${row.no}`),
  ])
  // An alias may lead to another alias.
  for (let step = 0; step < 8; step++)
    for (const { row } of record.aliases)
      if (row.to && known.has(row.to.includes(':') ? row.to : `plan:${row.to}`)) known.add(`plan:${row.from}`)
  return known
}

function deadCites(briefing: LocatedBriefing, known: ReadonlySet<string>): Problem[] {
  return briefing.row.scenes.flatMap(({ no, points }, scene) =>
    points.flatMap((point, index) => {
      if (!('cite' in point) || point.cite === 'answer' || known.has(point.cite)) return []
      const at = ['scenes', scene, 'points', index, 'cite']
      return [problemAt(briefing, at, `第 ${no} 号页的 cite 指向不存在的 ${point.cite}`)]
    }),
  )
}
