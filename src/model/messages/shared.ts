import type { Messages } from './text'

/** The texts used in several places: key to Chinese and English. */
export const sharedMessages = {
  'app.name': ['渝览', 'Yulan'],
  'app.subtitle': ['{city}中心城区规划地图', 'Planning map of central {city}'],
  'app.statement': ['示意图 · 非测绘成果 · 不作划界依据', 'Sketch map · not a survey · not evidence of any boundary'],
  'app.asOf': ['截至 {date}', 'As of {date}'],
  'app.dataDate': ['资料 {date}', 'Data {date}'],
  'app.datum': ['WGS 84', 'WGS 84'],
  'map.name': ['地图', 'Map'],
  'load.failed': [
    '资料文件 {file} 没有载入，其余部分仍可使用。',
    'The data file {file} did not load; the rest still works.',
  ],
  'part.failed': [
    '这一部分没有载入，其余不受影响。请检查网络后重试。',
    'This part did not load; the rest is as it was. Check the network and try again.',
  ],
  'part.failedAgain': [
    '这一部分仍没有载入。重新载入页面可以解决，当前视图会保留。',
    'This part still does not load. Reloading the page helps, and keeps the view.',
  ],
  'part.replaced': [
    '网站已更新，旧文件不在了。请重新载入页面，当前视图会保留。',
    'The site has been updated and its old files are gone. Reload the page; the view is kept.',
  ],
  'part.reload': ['重新载入', 'Reload'],
  'offline.update': ['有新的版本。', 'There is a newer edition.'],
  'offline.updateNow': ['更新', 'Update'],
  'load.retry': ['重试', 'Try again'],
  'map.noWebgl': [
    '此设备不支持 WebGL 2，改用静态地图；目录与详情照常可用。',
    'This device has no WebGL 2, so a still map stands in; the list and the details work as usual.',
  ],
  'map.engineFailed': [
    '地图引擎没有载入，改用静态地图；目录与详情照常可用。',
    'The map engine did not load, so a still map stands in; the list and the details work as usual.',
  ],
  'link.copied': ['链接已复制', 'Link copied'],
  'link.copyFailed': ['没能写入剪贴板，请手动复制：{link}', 'The clipboard refused; copy this by hand: {link}'],
} satisfies Messages
