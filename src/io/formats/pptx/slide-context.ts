/** What the parts of slides share. */
import type { Handout, HandoutChart } from '../../../model/handout/handout'
import type { Deck } from './deck'
import type { Box } from './measures'
import type { ShapeFrame } from './shapes'

/** The words of slides that are not the handout's. */
export interface SlideWords {
  sources: string
  moreSources: (count: number) => string
  /** Behind a legend that is cut short. */
  andMore: string
  openMap: string
  code: string
  ownData: string
}

/** What slides share. */
export interface SlideContext {
  deck: Deck
  handout: Handout
  words: SlideWords
  /** A QR code of an address, as PNG; undefined for an address that no code holds. */
  codeOf: (link: string) => Uint8Array | undefined
  /** The workbooks inside charts, by which their numbers can be edited. */
  workbooks?: ReadonlyMap<HandoutChart, Uint8Array>
}

/** Returns the type of a part of a presentation. */
export const slideType = (name: string) => `application/vnd.openxmlformats-officedocument.presentationml.${name}+xml`

/** What a slide's shapes are called, so that a deck can be renewed later. */
export const shapeNames = {
  title: '渝览 标题',
  text: '渝览 要点',
  picture: '渝览 图',
  legend: '渝览 图例',
  table: '渝览 表',
  chart: '渝览 图表',
  footnote: '渝览 脚注',
  code: '渝览 二维码',
} as const

/** Numbers and names the next shape of a slide. */
export type Frame = (name: string, box?: Box, description?: string) => ShapeFrame
