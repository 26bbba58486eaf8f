import type { Messages } from './text'

/** The texts of the statistics: key to Chinese and English. */
export const statisticsMessages = {
  'statistics.name': ['统计', 'Statistics'],
  'statistics.contents': ['图表', 'Charts'],
  'statistics.chart': ['图', 'Chart'],
  'statistics.table': ['表', 'Table'],
  'statistics.view': ['{title}：图或表', '{title}: chart or table'],
  'statistics.export': ['导出{title}', 'Export {title}'],
  'statistics.source': ['来源：{sources}', 'Source: {sources}'],
  'statistics.unit': ['单位：{unit}', 'Unit: {unit}'],
  'statistics.footer': ['资料 {date} · 渝览', 'Data {date} · Yulan'],
  'statistics.filtered': ['按当前筛选，{total} 项中的 {count} 项。', 'By the current filters, {count} of {total}.'],
  'statistics.nothing': ['当前筛选下没有内容。', 'Nothing passes the current filters.'],
  'statistics.waiting': ['正在载入工程与指标…', 'Loading projects and indicators…'],

  'statistics.matrix.title': ['哪个区、哪个主题写得多', 'Plans by theme and district'],
  'statistics.matrix.note': [
    '每格上面是写到本区的＋写到区内要素的，下面浅色的是写到跨区要素的；同一项在一个区只记一次。点一格，地图和列表就只看这个区的这个主题。',
    'Each cell: plans that name the district + those about what lies in it alone; below, paler, those about what it shares; each plan once a district. Press a cell to see only that theme of that district.',
  ],
  'statistics.matrix.cell': ['{district}，{theme}：', '{district}, {theme}: '],
  'statistics.matrix.within': ['{district}·区内要素', '{district}, in it'],
  'statistics.matrix.shared': ['{district}·跨区要素', '{district}, shared'],
  'statistics.matrix.all': ['合计', 'All'],
  'statistics.matrix.unit': ['项', 'plans'],
  'statistics.theme': ['主题', 'Theme'],

  'statistics.indicators.title': [
    '{programme} {count} 项指标，{baseline} 年现状和逐年目标',
    '{programme}’s {count} indicators: {baseline} and the targets to {lastYear}',
  ],
  'statistics.indicators.note': [
    '空心点是 {baseline} 年现状，实心点是目标，三角是“大于”，虚线是建设要求。每格纵轴自有范围，不从零起。“稳定提高”等不是数字，照写。带 ※ 的与另一处写法不同。',
    'Hollow: {baseline}; filled: targets; triangle: more than; dashed: the requirement. Each cell has its own scale, not from nought. Phrases such as 稳定提高 are no numbers and stand as written. ※: stated differently elsewhere.',
  ],
  'statistics.indicators.required': ['要求 {requirement} · {group}', 'Required {requirement} · {group}'],
  'statistics.indicators.unit': ['随指标，见各格', 'as stated in each cell'],
  'statistics.no': ['序号', 'No.'],
  'statistics.indicator': ['指标', 'Indicator'],
  'statistics.unitColumn': ['单位', 'Unit'],
  'statistics.requirement': ['要求', 'Requirement'],
  'statistics.baseline': ['{baseline} 现状', '{baseline}'],

  'statistics.schedule.title': [
    '{programme}工程项目的年份、牵头单位、投资和地点',
    '{programme}’s projects: years, lead, money, place',
  ],
  'statistics.schedule.note': [
    '实条是只写一年的格，斜线是跨几年、没有分年的格；两条叠着，是两格的分界没有标出。点项目看详情。',
    'Solid: a cell about one year; hatched: a cell that spans years without telling them apart; bars one over the other: the table does not say where one cell ends. Press a project for its details.',
  ],
  'statistics.schedule.unit': ['万元；万元以上的大数写成亿元', '10,000 yuan (CNY m or bn in English)'],
  'statistics.project': ['项目', 'Project'],
  'statistics.category': ['类别', 'Category'],
  'statistics.lead': ['牵头单位', 'Lead'],
  'statistics.spans': ['跨年安排', 'Cells with their years'],
  'statistics.places': ['地点', 'Places'],
  'statistics.investment': ['投资（万元）', 'Investment (10,000 yuan)'],
  'statistics.wholeDistrict': ['全区', 'whole district'],
  'statistics.moreplaces': ['{place} 等 {count} 处', '{place} and {count} in all'],

  'statistics.money.title': ['{programme}工程投资，按{by}', 'Investment in {programme}’s projects by {by}'],
  'statistics.money.by': ['按什么分', 'By what'],
  'statistics.money.category': ['类别', 'category'],
  'statistics.money.programme': ['工程', 'programme'],
  'statistics.money.department': ['牵头单位', 'lead'],
  'statistics.money.place': ['地点', 'place'],
  'statistics.money.unit': ['亿元', '100 million yuan'],
  'statistics.money.whole': ['{count} 个项目，合计 {sum}。', '{count} projects, {sum} in all.'],
  'statistics.money.shared': [
    '清单没有把一个项目的投资分到各牵头单位、各地点，所以在每一处都按全额算，各条不能相加。',
    'The list does not divide a project’s money among its leads or places, so each counts it in full; the bars do not add up.',
  ],
  'statistics.count': ['项目数', 'Projects'],
} satisfies Messages
