/**
 * `npm run data:layer -- <features.geojson> <archive.pmtiles> --layer <name> --key <column>`: packs an owner's layer into
 * an archive of tiles and reads it back. Fails if a feature is missing. With `--check` tiles made elsewhere are read: of
 * another archive, or of a server by the address of its TileJSON or a template. The keys may be a text, one a line.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { FeatureCollection } from 'geojson'
import { layerBounds, packLayer } from './steps/layer-archive'
import { archivedTiles, layerKeys, missingKeys, servedTiles } from './steps/layer-check'

const usage =
  '用法：npm run data:layer -- <要素.geojson> <档案.pmtiles> --layer <图层名> --key <编号列> [--zooms 11-14] [--counts <表.json> --district <区县代码列>]\n' +
  '　　　npm run data:layer -- <要素.geojson 或编号.txt> <档案.pmtiles 或瓦片服务的地址> --layer <图层名> --key <编号列> [--zooms 11-14] --check'

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
const isServer = /^https?:/i.test(output ?? '')
const hasKeysOnly = input?.endsWith('.txt') ?? false
const lacksFeatures = hasKeysOnly && (!check || counts !== undefined)
const isWrong = (isServer && !check) || lacksFeatures || (counts !== undefined && !district)
if (!input || !output || !layer || !key || !least || !most || isWrong) {
  console.error(usage)
  process.exit(2)
}

const text = readFileSync(input, 'utf8')
const collection = hasKeysOnly ? undefined : (JSON.parse(text) as FeatureCollection)
const keys = collection ? layerKeys(collection, key) : new Set(text.split(/\r?\n/).filter(Boolean))
if (collection && !check)
  writeFileSync(output, packLayer(collection, { layer, minZoom: Number(least), maxZoom: Number(most) }))
const tiles = isServer
  ? await servedTiles(output, Number(most), collection && layerBounds(collection))
  : await archivedTiles(readFileSync(output))
const missing = await missingKeys(tiles, keys, { layer, key })
if (missing.length > 0) {
  console.error(
    `${output}：最后一级瓦片里缺 ${missing.length} 个要素（共 ${keys.size} 个），如 ${missing.slice(0, 5).join('、')}`,
  )
  process.exit(1)
}
console.log(`${output}：${keys.size} 个要素，一个不缺`)

if (collection && counts && district) {
  const byDistrict: { [code: string]: number } = {}
  for (const { properties } of collection.features) {
    const code = String(properties?.[district] ?? '')
    byDistrict[code] = (byDistrict[code] ?? 0) + 1
  }
  writeFileSync(counts, `${JSON.stringify({ counts: byDistrict })}\n`)
}
