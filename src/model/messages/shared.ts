import type { Catalogue } from './index'

export const sharedMessages = {
  'app.name': ['渝览', 'Yulan'],
  'app.subtitle': ['重庆中心城区规划地图', 'Planning map of central Chongqing'],
  'app.statement': ['示意图 · 非测绘成果 · 不作划界依据', 'Sketch map · not a survey · not evidence of any boundary'],
  'app.dataDate': ['资料 {date}', 'Data {date}'],
  'app.datum': ['WGS 84', 'WGS 84'],
  'map.name': ['地图', 'Map'],
  'load.failed': [
    '资料文件 {file} 没有载入，其余部分仍可使用。',
    'The data file {file} did not load; the rest still works.',
  ],
  'load.retry': ['重试', 'Try again'],
  'map.noWebgl': [
    '此设备不支持 WebGL 2，改用静态地图；目录与详情照常可用。',
    'This device has no WebGL 2, so a still map stands in; the list and the details work as usual.',
  ],
  'map.engineFailed': [
    '地图引擎没有载入，改用静态地图；目录与详情照常可用。',
    'The map engine did not load, so a still map stands in; the list and the details work as usual.',
  ],
  'link.damaged': ['链接可能不完整，已打开能读出的部分。', 'The link may be incomplete; what could be read is shown.'],
  'link.unread': ['链接中有读不出的部分：{pieces}', 'Parts of the link could not be read: {pieces}'],
  'link.retired': ['{sentence}', '{sentence}'],
  'link.unknown.district': [
    '链接里的区 {id} 不在资料中。',
    'The link names a district {id} that the record does not hold.',
  ],
  'link.unknown.feature': [
    '链接里的要素 {id} 不在资料中。',
    'The link names a feature {id} that the record does not hold.',
  ],
  'link.unknown.item': ['链接里的条目 {id} 不在资料中。', 'The link names an item {id} that the record does not hold.'],
  'link.unknown.analysis': [
    '链接里的分析对象 {id} 不在资料中。',
    'The link asks about {id}, which the record does not hold.',
  ],
  'link.copied': ['链接已复制', 'Link copied'],
  'link.copyFailed': ['没能写入剪贴板，请手动复制：{link}', 'The clipboard refused; copy this by hand: {link}'],
} satisfies Catalogue
