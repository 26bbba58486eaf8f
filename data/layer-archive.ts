/**
 * `npm run data:layer -- <features.geojson> <archive.pmtiles> --layer <name> --key <column>`: packs an owner's layer into
 * an archive of tiles and reads it back. Fails if a feature is missing; with `--check` an archive made elsewhere is read.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { FeatureCollection } from 'geojson'
import { layerKeys, missingKeys, packLayer } from './steps/layer-archive'

const usage =
  '用法：npm run data:layer -- <要素.geojson> <档案.pmtiles> --layer <图层名> --key <编号列> [--zooms 11-14] [--check] [--counts <表.json> --district <区县代码列>]'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    layer: { type: 'string' },
    key: { type: 'string' },
    zooms: { type: 'string', default: '10-14' },
    check: { type: 'boolean', default: false },
    counts: { type: 'string' },
    district: { type: 'string' },
  },
})
const [input, output] = positionals
const { layer, key, zooms, check, counts, district } = values
const [, least, most] = /^(\d{1,2})-(\d{1,2})$/.exec(zooms) ?? []
if (!input || !output || !layer || !key || !least || !most || (counts !== undefined && !district)) {
  console.error(usage)
  process.exit(2)
}

const collection = JSON.parse(readFileSync(input, 'utf8')) as FeatureCollection
const recipe = { layer, key, minZoom: Number(least), maxZoom: Number(most) }
const keys = layerKeys(collection, key)
if (!check) writeFileSync(output, packLayer(collection, recipe))
const missing = await missingKeys(readFileSync(output), keys, recipe)
if (missing.length > 0) {
  console.error(
    `${output}：最后一级瓦片里缺 ${missing.length} 个要素（共 ${keys.size} 个），如 ${missing.slice(0, 5).join('、')}`,
  )
  process.exit(1)
}
console.log(`${output}：${keys.size} 个要素，一个不缺`)

if (counts && district) {
  const byDistrict: { [code: string]: number } = {}
  for (const { properties } of collection.features) {
    const code = String(properties?.[district] ?? '')
    byDistrict[code] = (byDistrict[code] ?? 0) + 1
  }
  writeFileSync(counts, `${JSON.stringify({ counts: byDistrict })}\n`)
}
