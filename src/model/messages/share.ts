import type { Catalogue } from './index'

export const shareMessages = {
  'link.damaged': ['链接可能不完整，已打开能读出的部分。', 'The link may be incomplete; what could be read is shown.'],
  'link.unread': ['链接中有读不出的部分：{pieces}', 'Parts of the link could not be read: {pieces}'],
  'link.newer': [
    '这个链接由更新的版本写成，此处读不了；请刷新页面再试。',
    'This link was written by a newer version and cannot be read here; reload the page and try again.',
  ],
  'link.unknown.filter': [
    '链接按 {id} 筛选，资料中没有这份文件，已略去。',
    'The link filters by {id}, a document the record does not hold; that filter was left out.',
  ],
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
} satisfies Catalogue
