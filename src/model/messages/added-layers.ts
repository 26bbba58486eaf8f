import { type MessageOf, type Messages, messagesOf } from './text'

const addedLayerMessages = {
  'added.more': ['筛选和数量', 'Filter and counts'],
  'added.from': ['从', 'from'],
  'added.to': ['到', 'to'],
  'added.rangeOf': ['{name}：{end}', '{name}: {end}'],
  'added.all': ['清除筛选', 'Clear filters'],
  'added.zoom': ['放大到 {zoom} 级以上才画。', 'Drawn from zoom {zoom} on.'],
  'added.counts': ['各区数量', 'Counts by district'],
  'added.countsNote': [
    '事先做好的表，不随筛选和画面变。',
    'From a table made beforehand; filters and the map do not change it.',
  ],
  'added.countsFailed': ['数量表没有载入。', 'The table of counts did not come.'],
  'added.total': ['合计', 'Total'],
  'added.loading': ['正在载入…', 'Loading…'],
  'added.credit': ['来源：{credit}', 'Source: {credit}'],
  'added.creditOf': ['{title}：{credit}', '{title}: {credit}'],
  'added.feature': ['所点要素', 'Feature'],
  'added.featureNote': [
    '来自添加的图层，不在本图资料之内，未经核对；链接不记下它。',
    'From an added layer: no part of this record, not checked, and not kept in links.',
  ],
  'added.noFields': ['这一要素没有可说的列。', 'This feature has none of the columns that are told.'],
} satisfies Messages

/** Returns the texts of added layers and their features, by key; they come with them. */
export const addedLayerMessage: MessageOf<keyof typeof addedLayerMessages> = messagesOf(addedLayerMessages)
