import type { Messages } from './text'

/** The texts of the layer panel: key to Chinese and English. */
export const layerMessages = {
  'layers.name': ['图层', 'Layers'],
  'layers.changed': ['{count} 组已调整', '{count} changed'],
  'layers.reset': ['恢复默认', 'Reset'],
  'layers.note': ['只改画面，目录和数字照旧。', 'Changes the picture; lists and figures stay.'],
  'layers.noteForeign': ['正在使用其他底图，这几组不画。', 'Another basemap is in use; these are not drawn.'],
  'layers.of.record': ['规划内容', 'Plans'],
  'layers.of.added': ['添加的图层', 'Added layers'],
  'layers.of.basemap': ['底图', 'Basemap'],
  'layers.opacity': ['{name}的不透明度', 'Opacity of {name}'],
  'layers.percent': ['{percent}%', '{percent}%'],
  'layers.off': ['关', 'off'],
  'layers.failed': [
    '图层“{name}”的服务器没有回应，图上可能不全；恢复后会自动补上。',
    'The server of the layer “{name}” does not answer; parts of it may be missing. They will come when it does.',
  ],
  'layers.recovered': ['图层“{name}”已恢复。', 'The layer “{name}” is back.'],
  'layers.group.rail': ['铁路', 'Railways'],
  'layers.group.metro': ['轨道交通', 'Metro'],
  'layers.group.road': ['道路、桥梁、隧道', 'Roads and bridges'],
  'layers.group.routes': ['水运和对外通道', 'Water, trade routes'],
  'layers.group.areas': ['平台和公园范围', 'Platforms and parks'],
  'layers.group.points': ['点位', 'Points'],
  'layers.group.boards': ['板块和功能区名', 'Boards and zones'],
  'layers.group.counts': ['按区统计', 'Counts by district'],
  'layers.group.relations': ['联动线', 'Relations'],
  'layers.group.relief': ['山形', 'Relief'],
  'layers.group.urban': ['建成区、绿地、机场', 'Built-up and green'],
  'layers.group.network': ['现有道路和铁路', 'Existing roads, rail'],
} satisfies Messages
