import type { Messages } from './text'

/** The texts about basemaps: key to Chinese and English. */
export const basemapMessages = {
  'basemap.title': ['底图', 'Basemap'],
  'basemap.embedded': ['内置底图', 'Built-in basemap'],
  'basemap.archive': ['自有底图', 'Own basemap'],
  'basemap.tianditu-vec': ['天地图（地图）', 'Tianditu (map)'],
  'basemap.tianditu-img': ['天地图（影像）', 'Tianditu (imagery)'],
  'basemap.refusedMark': ['坐标偏移，不能用', 'shifted, not usable'],
  'basemap.credit': ['底图：{credit}', 'Basemap: {credit}'],
  'basemap.credit.tianditu': [
    '国家地理信息公共服务平台（天地图）',
    'National Platform for Common Geospatial Information Services (Tianditu)',
  ],
  'basemap.refused.gcj02': [
    '底图“{name}”用的是 GCJ-02 坐标，与本图相差数百米，叠上去会错位，因此不用。',
    'The basemap “{name}” is in GCJ-02, which lies some hundred metres off; everything would be out of place, so it is not used.',
  ],
  'basemap.refused.bd09': [
    '底图“{name}”用的是 BD-09 坐标，与本图相差约 1 公里，叠上去会错位，因此不用。',
    'The basemap “{name}” is in BD-09, which is about 1 km off; everything would be out of place, so it is not used.',
  ],
  'basemap.failed.missing': [
    '底图“{name}”没有载入，已改用内置底图。',
    'The basemap “{name}” did not load; the built-in one stands in.',
  ],
  'basemap.failed.denied': [
    '底图“{name}”的服务器拒绝了请求（{status}），请检查密钥或授权；已改用内置底图。',
    'The server of the basemap “{name}” refused the request ({status}); check its key. The built-in one stands in.',
  ],
  'basemap.failed.silent': [
    '底图“{name}”迟迟没有回应，已改用内置底图。',
    'The basemap “{name}” does not answer; the built-in one stands in.',
  ],
  'basemap.failed.noRanges': [
    '存放底图“{name}”的服务器不支持按字节范围读取，已改用内置底图。',
    'The server of the basemap “{name}” does not serve byte ranges; the built-in one stands in.',
  ],
  'basemap.failed.notAnArchive': [
    '底图“{name}”的文件不是 PMTiles，已改用内置底图。',
    'The file of the basemap “{name}” is not a PMTiles archive; the built-in one stands in.',
  ],
  'basemap.failed.notAStyle': [
    '底图“{name}”的文件不是 MapLibre 样式，已改用内置底图。',
    'The file of the basemap “{name}” is not a MapLibre style; the built-in one stands in.',
  ],
} satisfies Messages
