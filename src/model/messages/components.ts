import { type MessageOf, type Messages, messagesOf } from './text'

const componentMessages = {
  'components.loading': ['正在载入…', 'Loading…'],
  'components.failed': ['清单没有载入。', 'The list did not come.'],
  'components.again': ['重试', 'Try again'],
  'components.text': [
    '页面里的程序用到这 {count} 个开源软件包，许可如下。',
    'The code of this page contains these {count} open-source packages, under these licences.',
  ],
  'components.within': ['含于 {names}', 'inside {names}'],
  'components.texts': ['许可全文', 'Texts of the licences'],
  'components.bill': ['软件物料清单（CycloneDX）', 'Bill of materials (CycloneDX)'],
} satisfies Messages

/** Returns the texts of the list of software packages, by key; they come with it. */
export const componentMessage: MessageOf<keyof typeof componentMessages> = messagesOf(componentMessages)
