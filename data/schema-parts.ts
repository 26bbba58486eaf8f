/** The parts that schemas of authored and shipped rows share. */
import { z } from 'zod'
import { districtPattern, idPattern, statuses, themeIds } from './schema-ids'

/** An id. */
export const id = z.string().regex(idPattern, 'id must be 2–16 of a–z and 0–9')
/** The six-digit code of a district. */
export const districtCode = z.string().regex(districtPattern, '区县代码是六位数字')
/** A year as the key of a schedule or of targets. */
export const yearKey = z.string().regex(/^\d{4}$/, '年份是四位数字')
/** A text that is not empty; spaces around it are removed. */
export const text = z.string().trim().min(1)
/** A year. */
export const year = z.number().int().min(1900).max(2060)
/** The id of a theme. */
export const theme = z.enum(themeIds)
/** The status of a plan. */
export const status = z.enum(statuses)

/** A citation: the document, the heading in it, and the row if the heading is a table. */
export const sourceReference = z.strictObject({ id, section: text, item: text.optional() })
/** A citation of a plan. `begun` notes the passage's own words by which work has begun; they are checked, not shipped. */
export const planReference = sourceReference.extend({ begun: text.max(15).optional() })

/**
 * One number of a document. `value` is a string only if the document's own value is not a number (`5A`, `1/3`);
 * `approx` keeps its vagueness: 余 近 多 超 约 以上 以内.
 */
export const figure = z.strictObject({
  value: z.union([z.number(), text]),
  unit: z.string(),
  what: text,
  year: year.optional(),
  approx: text.optional(),
})

/** A longitude in degrees, WGS 84. */
export const longitude = z.number().min(-180).max(180)
/** A latitude in degrees, WGS 84. */
export const latitude = z.number().min(-90).max(90, '纬度不会超过 90，经纬度写反了：应先经度后纬度')
/** How far a position may be off, in metres. */
export const errorMeters = z.number().positive()

/** A direction as documents name it. */
export const direction = z.enum(['东', '西', '南', '北', '中', '东北', '西南', '东南', '西北'])
