/** What slides are laid upon: our own layouts, or those of a template. */
import type { Part } from '../ooxml/package'
import { foundationParts, layoutPath, notesMasterPath, type OwnLayout } from './foundation'
import { type Box, type SlideShape, slideBoxes, slideShapes } from './measures'
import type { Placeholder } from './shapes'
import { type Fonts, ownFonts, type Paragraph, type RunStyle } from './text'

/** A layout and where the parts of a slide stand on it. */
export interface DeckLayout {
  path: string
  title: Placeholder
  titleBox: Box
  /** Undefined where the layout has none: a text box stands in its place. */
  text?: Placeholder
  textBox: Box
  picture?: Placeholder
  pictureBox: Box
  footer?: Placeholder
  ink: Ink
  /** What text in them has to say itself, because the layout does not. */
  titleStyle?: TextStyle
  textStyle?: TextStyle
  /** Slides place their title themselves. */
  placesTitle?: boolean
}

/** The colours of what stands outside placeholders, `RRGGBB` or a theme colour's name. */
export interface Ink {
  text: string
  /** Of what is said in passing. */
  quiet: string
  /** Text is light, on dark ground. */
  isLight: boolean
}

/** A style as far as it is not inherited. */
export interface TextStyle extends Pick<RunStyle, 'colour' | 'size'> {
  align?: Paragraph['align']
}

/** A deck without its slides. */
export interface Deck {
  width: number
  height: number
  fonts: Fonts
  layouts: { readonly [layout in OwnLayout]: DeckLayout }
  /** Where the parts no layout has stand: legend, footnote and code. */
  legendBox: Box
  footnoteBox: Box
  codeBox: Box
  parts: readonly Part[]
  masters: readonly string[]
  /** Ids of the masters in the presentation; those of their layouts follow none of them. */
  masterIds: readonly number[]
  /** The theme of the first master. */
  theme: string
  notesMaster: string
}

/** Returns a deck on our own layouts. */
export function ownDeck(shape: SlideShape): Deck {
  const boxes = slideBoxes(shape)
  const { width, height } = slideShapes[shape]
  const footer = { type: 'ftr', index: 11 } as const
  const layout = (name: OwnLayout, textBox: Box): DeckLayout => ({
    path: layoutPath(name),
    title: { type: name === 'title' ? 'ctrTitle' : 'title' },
    titleBox: boxes.title,
    text: { type: name === 'title' ? 'subTitle' : 'body', index: 1 },
    textBox,
    ...(name === 'picture' ? { picture: { type: 'pic', index: 13 } as const } : {}),
    pictureBox: name === 'picture' ? boxes.picture : boxes.body,
    footer,
    ink: { text: 'tx1', quiet: 'tx2', isLight: false },
  })
  return {
    ...{ width, height, fonts: ownFonts },
    layouts: {
      title: layout('title', boxes.body),
      picture: layout('picture', boxes.text),
      body: layout('body', boxes.body),
    },
    legendBox: boxes.legend,
    footnoteBox: boxes.footnote,
    codeBox: boxes.code,
    parts: foundationParts(shape),
    masters: ['ppt/slideMasters/slideMaster1.xml'],
    masterIds: [2147483648],
    theme: 'ppt/theme/theme1.xml',
    notesMaster: notesMasterPath,
  }
}
