/** The schema of a briefing: one file each in `briefings/` of a region's folder, shipped together as `briefings.json`. */
import { z } from 'zod'
import { ownSlug, transitions } from './schema-ids'
import { text } from './schema-parts'

/** What names an item of the record, or the answer to the question of the scene's view. */
export const citePattern = /^(answer|plan:[a-z0-9]{2,16}|project:\d+[a-c]?|indicator:\d+)$/

const mostScenes = 999

const sceneNumber = z.number().int().min(1).max(mostScenes)

/** What is said to a scene: the author's words, or an item whose text, figures and sources are those of the record. */
const point = z.union([
  z.strictObject({ text }),
  z.strictObject({
    cite: z.string().regex(citePattern, 'cite 应为 plan:编号、project:序号、indicator:序号 或 answer'),
  }),
])

const scene = z.strictObject({
  /** Given once: links name it. It stays when scenes change places. */
  no: sceneNumber,
  title: text,
  /** The value of `m` of a link. */
  view: z.string().regex(/^\d+~[A-Za-z0-9\-._~]+$/, 'view 应是“复制链接”所得地址里 m= 之后的部分'),
  points: z.array(point).min(1),
  /** For the presenter alone. */
  notes: text.optional(),
  /** Seconds until the next scene where the show runs by itself. */
  hold: z.number().int().min(1).max(600).optional(),
})

/** A scene that is gone, and the one that its links open instead. */
const retiredScene = z.strictObject({ no: sceneNumber, to: sceneNumber, reason: text })

/** A briefing as an author writes it. */
export const authoredBriefing = z.strictObject({
  slug: z
    .string()
    .regex(/^[a-z0-9]{2,16}$/, 'slug 应为 2–16 个小写字母或数字')
    .refine((slug) => slug !== ownSlug, `${ownSlug} 留给读者自编的汇报`),
  title: text,
  subtitle: text.optional(),
  date: z.coerce.string().regex(/^\d{4}-\d{2}-\d{2}$/, '日期应为 年-月-日'),
  transition: z.enum(transitions).default('cut'),
  scenes: z.array(scene).min(1),
  retired: z.array(retiredScene).default([]),
})

/** A briefing in `briefings.json`; `release` is that of the record it is shipped with. */
export const shippedBriefing = authoredBriefing.extend({ release: z.iso.date() })

/** A briefing as an author writes it. */
export type AuthoredBriefing = z.infer<typeof authoredBriefing>
/** A briefing in `briefings.json`. */
export type ShippedBriefing = z.infer<typeof shippedBriefing>
