import { type MessageOf, type Messages, messagesOf } from './text'

const toldMessages = {
  'told.lost': ['这一条已不在本版资料中（{id}）。', 'This item is no longer in the record ({id}).'],
  'told.computed': ['本图按要素位置计算', 'Computed by this map from the positions of features'],
  'told.answer': ['分析结果', 'Analysis'],
} satisfies Messages

/** Returns the texts of what a scene says, by key; they come with the parts that tell scenes. */
export const toldMessage: MessageOf<keyof typeof toldMessages> = messagesOf(toldMessages)
