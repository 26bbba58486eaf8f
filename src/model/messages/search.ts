import type { Messages } from './text'

/** The texts of the search: key to Chinese and English. */
export const searchMessages = {
  'search.name': ['搜索', 'Search'],
  'search.placeholder': ['地名、规划、项目、部门、拼音', 'Places, plans, projects, offices'],
  'search.clear': ['清除', 'Clear'],
  'search.results': ['搜索结果', 'Search results'],
  'search.count': ['{count} 条结果', '{count} results'],
  'search.more': ['另有 {count} 条', '{count} more'],
  'search.loading': ['正在准备搜索…', 'Getting search ready…'],
  'search.none': [
    '没有找到“{query}”。名称、别名、拼音、英文名、规划文字、工程、指标、部门和数字都查过了。',
    'Nothing found for “{query}” in names, aliases, pinyin, English names, plans, projects, indicators, offices or figures.',
  ],
  'search.cut': ['太长了，只找前 {count} 个字。', 'Too long: only the first {count} characters are looked for.'],
  'search.nearest': ['最接近的', 'Nearest'],
  'search.recent': ['最近', 'Recent'],
  'search.suggested': ['规划最多的地方', 'Places with most plans'],
  'search.forgetRecent': ['清除最近', 'Forget recent'],
  'search.partial': [
    '工程、指标和部门的资料没有载入，眼下只查地名与规划。',
    'Projects, indicators and offices did not load; only places and plans are searched.',
  ],
  'search.feature': ['地图要素', 'On the map'],
  'search.theme': ['主题', 'Themes'],
  'search.department': ['部门', 'Offices'],
  'search.indicator': ['指标', 'Indicators'],
  'search.project': ['工程项目', 'Projects'],
  'search.statistic': ['统计', 'Totals'],
  'search.plan': ['规划事项', 'Plans'],
  'search.own': ['自备数据·未核', 'Own data, unchecked'],
  'search.source': ['来源文件', 'Documents'],
} satisfies Messages
