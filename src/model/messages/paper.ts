import { type MessageOf, type Messages, messagesOf } from './text'

/** The texts of pictures and printed pages, and of what is chosen of them: key to Chinese and English. */
const paperMessages = {
  'paper.picture': ['图片、SVG', 'Picture, SVG'],
  'paper.pages': ['PDF、打印', 'PDF, print'],
  'paper.size': ['大小', 'Size'],
  'paper.paper': ['纸张', 'Paper'],
  'paper.pixels': ['像素', 'Pixels'],
  'paper.orientation': ['方向', 'Orientation'],
  'paper.portrait': ['竖', 'Portrait'],
  'paper.landscape': ['横', 'Landscape'],
  'paper.dpi': ['分辨率', 'Resolution'],
  'paper.dpiOf': ['{dpi} dpi', '{dpi} dpi'],
  'paper.width': ['宽', 'Width'],
  'paper.height': ['高', 'Height'],
  'paper.transparent': ['底图透明', 'Transparent basemap'],
  'paper.content': ['内容', 'Content'],
  'paper.content.sheet': ['当前内容', 'What is shown'],
  'paper.content.atlas': ['全册图集', 'The whole atlas'],
  'paper.fewerDots': ['本机图形能力有限，实为 {dpi} dpi。', 'This machine draws no more than {dpi} dpi.'],
  'paper.printed': ['已交给浏览器打印，共 {count} 页。', '{count} pages went to the browser’s print.'],
} satisfies Messages

/** Returns the texts of pictures and printed pages, by key. */
export const paperMessage: MessageOf<keyof typeof paperMessages> = messagesOf(paperMessages)
