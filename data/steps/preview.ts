/**
 * The preview image of a named link, 1200 × 630 pixels: the static map at the link's camera with the title below it,
 * as SVG and PNG.
 */
import { Resvg } from '@resvg/resvg-js'
import type { Position } from 'geojson'
import { type Camera, fitBounds } from '../../geo/screen/camera'
import { type StaticMapUnits, staticMapUnits } from '../../geo/screen/static-map-units'
import { escaped } from '../escape'
import { chineseFontFamily, chineseFontFiles } from '../font-files'
import { palettes } from '../palette'
import { isDistrictCode } from '../schema-ids'
import type { Region } from '../schema-region'

const size = { width: 1200, height: 630 }
/** The map's part of a preview: what the plate leaves of it, in pixels. */
export const previewMapSize = { width: 1200, height: 440 }
const fonts = "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Source Han Sans SC',sans-serif"
const palette = palettes.light

/** What a preview is made from. */
export interface PreviewInput {
  region: Pick<Region, 'homeBounds' | 'middle'>
  /** The static map as text. */
  staticMap: string
  title: string
  description: string
  camera?: Camera
  districts: readonly string[]
  /** Railways to be seen on it, degrees. */
  lines: readonly (readonly Position[])[]
  /** A large quiet label, where what the link is about has a place for one but no shape. */
  label?: { text: string; at: readonly [number, number] }
}

/** Returns the preview as SVG. */
export function previewSvg(input: PreviewInput): string {
  const { homeBounds, middle } = input.region
  const units = staticMapUnits(middle)
  const camera = input.camera ?? fitBounds(homeBounds, previewMapSize, { top: 20, right: 20, bottom: 20, left: 20 }, 12)
  const { viewBox, unitsPerPixel } = units.viewBox(camera, previewMapSize)
  const inner = input.staticMap
    .replace(/^<svg[^>]*>/, '')
    .replace(/<\/svg>$/, '')
    .replace(/ (?:href|aria-[a-z]+|data-bounds)="[^"]*"/g, '')
    .replace(/font-size="[^"]*"/, `font-size="${(19 * unitsPerPixel).toFixed(2)}"`)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}">`,
    `<style>${styleSheet(unitsPerPixel, input.districts)}</style>`,
    `<rect width="${size.width}" height="${size.height}" fill="${palette.basemap.beyond}"/>`,
    `<svg width="${previewMapSize.width}" height="${previewMapSize.height}" viewBox="${viewBox}">${inner}${lines(input.lines, units)}${boardLabel(input.label, units, unitsPerPixel)}</svg>`,
    plate(input),
    '</svg>',
  ].join('')
}

/** Returns a picture of `previewMapSize`, the text of an SVG, as a preview with title and description below it. */
export const platedSvg = (picture: string, words: Pick<PreviewInput, 'title' | 'description'>): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}">`,
    `<style>text{font-family:${fonts}}</style>`,
    picture,
    plate(words),
    '</svg>',
  ].join('')

function styleSheet(unit: number, districts: readonly string[]): string {
  const px = (pixels: number) => (pixels * unit).toFixed(2)
  const { basemap, water, border, label, accent } = palette
  return [
    `text{font-family:${fonts}}`,
    `.static-map-around{fill:none;stroke:${border.other};stroke-width:${px(0.8)}}`,
    `.static-map-districts path{fill:${basemap.land}}`,
    `.static-map-water{fill:${water.area};stroke:${water.bank};stroke-width:${px(0.75)}}`,
    `.static-map-border{fill:none;stroke:${border.central};stroke-width:${px(1.4)}}`,
    `.static-map-names{fill:${label.district};stroke:${label.halo};stroke-width:${px(4)};paint-order:stroke;font-weight:700;text-anchor:middle}`,
    `.line{fill:none;stroke:${palette.theme.tr};stroke-width:${px(3)};stroke-linejoin:round}`,
    `.board{fill:${label.board};stroke:${label.halo};stroke-width:${px(6)};paint-order:stroke;font-weight:700;text-anchor:middle}`,
    ...districts
      .filter(isDistrictCode)
      .map((code) => `[data-district="${code}"] path{stroke:${accent};stroke-width:${px(4)}}`),
  ].join('')
}

function lines(courses: PreviewInput['lines'], units: StaticMapUnits): string {
  const point = ([longitude = 0, latitude = 0]: Position) =>
    `${units.x(longitude).toFixed(1)} ${units.y(latitude).toFixed(1)}`
  return courses.map((course) => `<path class="line" d="M${course.map(point).join('L')}"/>`).join('')
}

function boardLabel(label: PreviewInput['label'], units: StaticMapUnits, unit: number): string {
  if (!label) return ''
  const [longitude, latitude] = label.at
  const at = `x="${units.x(longitude).toFixed(1)}" y="${units.y(latitude).toFixed(1)}"`
  return `<text class="board" font-size="${(40 * unit).toFixed(2)}" ${at}>${escaped(label.text)}</text>`
}

const lineLength = 38

function plate({ title, description }: Pick<PreviewInput, 'title' | 'description'>): string {
  const lines = wrapped(description, lineLength).slice(0, 2)
  const text = (y: number, pixels: number, color: string, content: string, weight = 400) =>
    `<text x="48" y="${y}" font-size="${pixels}" font-weight="${weight}" fill="${color}">${escaped(content)}</text>`
  return [
    `<rect y="440" width="${size.width}" height="190" fill="#fffdf8"/>`,
    `<rect y="440" width="${size.width}" height="2" fill="${palette.border.central}"/>`,
    `<rect y="440" width="12" height="190" fill="${palette.accent}"/>`,
    text(502, 44, '#26231f', title, 700),
    ...lines.map((line, index) => text(546 + index * 34, 25, '#3f3a33', line)),
    text(612, 18, '#665f55', '渝览 · 示意图 · 非测绘成果 · 不作划界依据'),
  ].join('')
}

/** Chinese text cut by number of signs; a Latin letter or digit counts half. */
function wrapped(text: string, length: number): string[] {
  const lines: string[] = []
  let [line, width] = ['', 0]
  for (const sign of text) {
    const wide = sign.charCodeAt(0) > 0xff ? 1 : 0.55
    if (width + wide > length && !/[，。、；：》）]/.test(sign)) {
      lines.push(line)
      ;[line, width] = ['', 0]
    }
    line += sign
    width += wide
  }
  return [...lines, line]
}

/** Returns the PNG of a preview, drawn with the packaged font only, so that it is the same on every machine. */
export function previewPng(svg: string): Uint8Array {
  const font = {
    fontFiles: [chineseFontFiles.regular, chineseFontFiles.bold],
    loadSystemFonts: false,
    defaultFontFamily: chineseFontFamily,
    sansSerifFamily: chineseFontFamily,
  }
  return new Resvg(plainOpacity(svg), { font }).render().asPng()
}

/** Resvg ends the process where a shape with an opacity lies wholly outside the picture; filled shapes need none. */
const plainOpacity = (svg: string) => svg.replaceAll(' opacity="', ' fill-opacity="')
