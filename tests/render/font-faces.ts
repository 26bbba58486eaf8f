/** The font the picture tests draw with: subsets of the packaged one, declared by the style's `font-faces`. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FontFacesSpecification } from '@maplibre/maplibre-gl-style-spec'
import subsetFont from 'subset-font'
import { chineseFontFiles } from '../../data/font-files'
import { boldFont, regularFont } from '../../src/map/style/parts'

const shapes = 'geo/shapes'
const asciiCharacters = String.fromCharCode(...Array.from({ length: 95 }, (_, index) => 32 + index))

/** Subsets by file name, with the characters of every name on the map and no `unicode-range`, which MapLibre would ignore. */
export async function subsetFonts(siteFolder: string): Promise<Map<string, Buffer>> {
  const drawn = readdirSync(shapes)
    .filter((file) => file.endsWith('.geojson'))
    .map((file) => readFileSync(join(shapes, file), 'utf8'))
  const named = readFileSync(join(siteFolder, 'data/v1/features.geojson'), 'utf8')
  const text = [asciiCharacters, named, ...drawn].join('')
  const characters = [...new Set(text)].join('')
  const subset = (path: string) => subsetFont(readFileSync(path), characters, { targetFormat: 'truetype' })
  return new Map([
    ['regular.ttf', await subset(chineseFontFiles.regular)],
    ['bold.ttf', await subset(chineseFontFiles.bold)],
  ])
}

/** The first family of each stack the style uses, so that no other is asked. */
export function fontFaces(folder: string): FontFacesSpecification {
  const family = ([name]: readonly string[]) => name ?? ''
  return { [family(regularFont)]: `${folder}regular.ttf`, [family(boldFont)]: `${folder}bold.ttf` }
}
