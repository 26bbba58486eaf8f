/** The schema of `region.yaml`, which makes the map that of one city. Positions and boxes are WGS 84 in degrees. */
import { z } from 'zod'
import { districtCode, id, latitude, longitude, text, year } from './schema-parts'

/** A text in Chinese and in English. */
const bilingual = z.strictObject({ zh: text, en: text })
const position = z.tuple([longitude, latitude])
const positive = z.number().positive()

/** West, south, east, north. */
const box = z
  .tuple([longitude, latitude, longitude, latitude])
  .refine(([west, south, east, north]) => west < east && south < north, '次序应为西、南、东、北')

/** A pattern of district codes, matched from first to last digit. */
const codePattern = text.refine(isPattern, '不是正则表达式')

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern) instanceof RegExp
  } catch {
    return false
  }
}

/** A central district: what the map is about. `km2` is its official area. */
const centralDistrict = z.strictObject({ code: districtCode, name: text, km2: positive.optional() })

/** What a boundary file must come to; tolerances are shares of one. */
const boundaryChecks = z.strictObject({
  areaTolerance: positive,
  /** The published area of all central districts together. */
  totalKm2: positive.optional(),
  totalTolerance: positive.optional(),
  /** How many districts a district adjoins, by its code. */
  neighbours: z.record(districtCode, z.number().int().nonnegative()).default({}),
})

const boundaries = z.strictObject({
  /** From the region's folder, or `npm:` and a path below node_modules. */
  file: text,
  datum: z.enum(['WGS84', 'GCJ02', 'BD09']).default('WGS84'),
  errorMeters: positive,
  /** What the districts' positions rest on, in a few words. */
  basis: text,
  /** Districts that stand in the file under an old code and name. */
  renamed: z.record(districtCode, z.strictObject({ adcode: districtCode, name: text })).default({}),
  checks: boundaryChecks,
})

/** A river cut from the borders that run in it, with hand-drawn reaches before and after. */
const river = z.strictObject({
  id,
  name: text,
  nameEn: text,
  /** The river it ends in, which stands before it in the list. */
  joins: id.optional(),
  /** Where the first border of the course, which comes from the land, enters the river. */
  enters: position.optional(),
  /** The districts on both banks, pair by pair downstream. */
  course: z.array(z.tuple([districtCode, districtCode])).default([]),
  /** Half-width of the band the true mid-channel lies in along the course. */
  errorMeters: positive,
  /** How far from the centreline a border still counts as running in the river. */
  corridorMeters: positive,
  /** Smoothing of the centreline: the width of the filter, and the sharpest bend left. */
  sigmaMeters: positive,
  bendMeters: positive,
  /** How wide the river is drawn at a place; linear in between. */
  widths: z.array(z.strictObject({ place: text, near: position, meters: positive })).min(1),
})

const years = z
  .strictObject({
    /** The year the indicators start from. */
    baseline: year,
    /** The years of the schedules and targets, without a gap. */
    schedule: z.array(year).min(1),
    /** Later years that can be asked for, because the documents name goals for them. */
    horizons: z.array(year).default([]),
  })
  .refine(({ schedule }) => schedule.every((one, index) => one === (schedule[0] ?? 0) + index), {
    path: ['schedule'],
    message: '年份应逐年相连',
  })

/** A region: everything about the city that the code must not know. */
export const authoredRegion = z
  .strictObject({
    /** The city's name as it stands in sentences. */
    name: bilingual,
    /** The date of the data, written into every file and every link. */
    release: z.iso.date(),
    /** Beyond these a position is a mistake, unless its row says `beyondRegion`. */
    bounds: box,
    /** What the first view shows. */
    homeBounds: box,
    /** The camera fits only the part of a feature inside these. */
    farBounds: box,
    /** Borders of the first paint beyond these are left to the engine. */
    nearBounds: box,
    /** What the tile archives cover. */
    basemapBounds: box,
    /** The point that plane coordinates count from; its latitude is that of widths in metres. */
    middle: position,
    /** The codes of the city's districts, e.g. `123\d{3}`. */
    districtCodes: codePattern,
    centralDistricts: z.array(centralDistrict).min(1),
    /** The district whose projects and indicators the record holds, and the programme they are of. */
    projects: z.strictObject({ district: districtCode, name: bilingual, programme: bilingual }).optional(),
    /** A zone that several districts share, for the words that explain how a district's plans are counted. */
    sharedZone: bilingual.optional(),
    boards: z.array(id).default([]),
    years,
    /** Short names of districts the record may have no entry of: Chinese, English. */
    districtNames: z.record(districtCode, z.tuple([text, text])).default({}),
    boundaries,
    rivers: z.array(river).default([]),
  })
  .superRefine(({ centralDistricts, districtCodes, districtNames, rivers, projects }, context) => {
    const fits = new RegExp(`^(?:${isPattern(districtCodes) ? districtCodes : '.*'})$`)
    const expectCode = (code: string, path: PropertyKey[]) => {
      if (!fits.test(code))
        context.addIssue({ code: 'custom', path, message: `不合 districtCodes（${districtCodes}）` })
    }
    centralDistricts.forEach(({ code }, index) => {
      expectCode(code, ['centralDistricts', index, 'code'])
    })
    for (const code of Object.keys(districtNames)) expectCode(code, ['districtNames', code])
    if (projects && !centralDistricts.some(({ code }) => code === projects.district))
      context.addIssue({ code: 'custom', path: ['projects', 'district'], message: '不在 centralDistricts' })
    const before = new Set<string>()
    rivers.forEach(({ id, joins, course, enters }, index) => {
      if (joins !== undefined && !before.has(joins))
        context.addIssue({ code: 'custom', path: ['rivers', index, 'joins'], message: '前面没有这条河' })
      if (course.length > 0 && !enters)
        context.addIssue({ code: 'custom', path: ['rivers', index], message: '有 course 就要写 enters' })
      before.add(id)
    })
  })

/** A region as the build uses it. */
export type Region = z.infer<typeof authoredRegion>

/** The part of a region that is part of the first script, and therefore small. */
export interface PageRegion
  extends Pick<
    Region,
    'name' | 'bounds' | 'sharedZone' | 'homeBounds' | 'farBounds' | 'middle' | 'projects' | 'years'
  > {
  /** Codes of the central districts, in order. */
  centralDistricts: readonly string[]
}

/** Returns the page's part of a region. */
export function pageRegion(region: Region): PageRegion {
  const { name, bounds, sharedZone, homeBounds, farBounds, middle, projects, years } = region
  const centralDistricts = region.centralDistricts.map(({ code }) => code)
  return { name, bounds, sharedZone, homeBounds, farBounds, middle, projects, years, centralDistricts }
}
