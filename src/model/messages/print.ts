import type { Messages } from './text'

/** The texts of printed pages: key to Chinese and English. */
export const printMessages = {
  'print.link': ['此图地址：{link}', 'This map: {link}'],
  'print.legend': ['图例', 'Legend'],
  'print.open': ['打印', 'Print'],
} satisfies Messages
