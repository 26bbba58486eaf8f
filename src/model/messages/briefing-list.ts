import { type MessageOf, type Messages, messagesOf } from './text'

const briefingListMessages = {
  'list.loading': ['正在载入…', 'Loading…'],
  'list.failed': ['汇报没有载入，请检查网络。', 'The briefings did not come; check the network.'],
  'list.again': ['重试', 'Try again'],
  'list.none': ['还没有已发布的汇报。', 'No briefing has been published yet.'],
  'list.scenes': ['{date} · {count} 页', '{date} · {count} pages'],
  'list.play': ['播放', 'Play'],
  'list.playNamed': ['播放 {title}', 'Play {title}'],
  'list.page': ['阅读全文', 'Read it as a page'],
  'list.pageNamed': ['阅读 {title}', 'Read {title} as a page'],
} satisfies Messages

/** Returns the texts of the list of published briefings, by key; they come with it. */
export const listMessage: MessageOf<keyof typeof briefingListMessages> = messagesOf(briefingListMessages)
