import type { Messages } from './text'

/** The texts of printed pages: key to Chinese and English. */
export const printMessages = {
  'print.link': ['此图地址：{link}', 'This map: {link}'],
  'print.legend': ['图例', 'Legend'],
  'picture.name': ['图片与打印', 'Picture and print'],
  'picture.note': [
    '打印配色的地图，带标题、图例、比例尺和声明；要放大时比截屏清楚一倍。',
    'The map in the colours for paper with title, legend, scale and statement, twice as sharp as a screenshot.',
  ],
  'picture.save': ['保存图片', 'Save picture'],
  'picture.working': ['正在绘制…', 'Drawing…'],
  'picture.saved': ['图片已保存', 'Picture saved'],
  'picture.failed': ['图片没有做成，请再试一次。', 'The picture could not be made; try once more.'],
  'picture.print': ['打印', 'Print'],
} satisfies Messages
