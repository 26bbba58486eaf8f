/** What the schemas of authored and of shipped rows share. */
import { z } from 'zod'
import { districtPattern, idPattern, statuses, themeIds } from './schema-ids'

export const id = z.string().regex(idPattern, 'id must be 2–16 of a–z and 0–9')
export const districtCode = z.string().regex(districtPattern, '区县代码是六位数字')
/** A year as the key of a schedule or of targets. */
export const yearKey = z.string().regex(/^\d{4}$/, '年份是四位数字')
export const text = z.string().trim().min(1)
export const year = z.number().int().min(1900).max(2060)
export const theme = z.enum(themeIds)
export const status = z.enum(statuses)

/** Where something is written: the document, the heading in it, and the row where the heading is a table. */
export const sourceReference = z.strictObject({ id, section: text, item: text.optional() })

/**
 * One number stated by a document. `value` is a string only where the document's own value is not a number
 * (`5A`, `1/3`). `approx` keeps the document's own vagueness: 余 近 多 超 约 以上 以内.
 */
export const figure = z.strictObject({
  value: z.union([z.number(), text]),
  unit: z.string(),
  what: text,
  year: year.optional(),
  approx: text.optional(),
})

export const longitude = z.number().min(-180).max(180)
export const latitude = z.number().min(-90).max(90, '纬度不会超过 90，经纬度写反了：应先经度后纬度')
export const errorMeters = z.number().positive()

export const direction = z.enum(['东', '西', '南', '北', '中', '东北', '西南', '东南', '西北'])
