import type { Messages } from './text'

/** The texts of the map and its controls: key to Chinese and English. */
export const mapMessages = {
  'map.canvas': [
    '地图画面：方向键移动，加减号缩放，数字 1 至 9 到各中心城区，Alt 加方向键在要素间移动，回车打开，Esc 取消，L 打开目录',
    'Map picture: arrows pan, plus and minus zoom, 1 to 9 go to the central districts, Alt with an arrow moves between features, Enter opens, Escape clears, L opens the list',
  ],
  'map.zoomIn': ['放大', 'Zoom in'],
  'map.zoomOut': ['缩小', 'Zoom out'],
  'map.northUp': ['恢复正北朝上', 'Turn north up'],
  'map.home': ['回到中心城区', 'Back to the central districts'],
  'map.scale.kilometers': ['{number} 公里', '{number} km'],
  'map.scale.meters': ['{number} 米', '{number} m'],
  'map.basemapFailed': [
    '底图没有载入，其余部分仍可使用。',
    'The basemap of the map did not load; the rest still works.',
  ],
  'map.spriteFailed': ['地图图标没有载入。', 'The map’s icons did not load.'],
  'map.contextLost': [
    '显卡中断了地图绘制，正在恢复。',
    'The graphics device interrupted the map; it is being restored.',
  ],
  'map.crowd': ['这里有 {count} 处', '{count} places here'],
  'map.crowdMore': ['另有 {count} 处', '{count} more'],
  'counts.district': ['{district}：本区 {solid} 项，跨区 {shared} 项', '{district}: {solid} plans, {shared} shared'],
  'counts.theme': [
    '{district} · {theme}：本区 {solid} 项，跨区 {shared} 项',
    '{district} · {theme}: {solid} plans, {shared} shared',
  ],
  'counts.shared': [' · 跨区 {count}', ' · shared {count}'],
} satisfies Messages
