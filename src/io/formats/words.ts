/** The words inside files, in a handout's language. */
import { textIn } from '../../model/handout/context'
import type { Handout } from '../../model/handout/handout'
import type { WordWords } from './docx/docx'
import type { SlideWords } from './pptx/slide-context'

/** Returns the words of slides. */
export function slideWords(handout: Pick<Handout, 'language'>): SlideWords {
  const t = textIn(handout)
  return {
    sources: t('handout.sources'),
    moreSources: (count) => t('handout.moreSources', { count }),
    andMore: t('handout.andMore'),
    openMap: t('handout.openMap'),
    code: t('handout.code'),
    ownData: t('handout.ownData'),
  }
}

/** Returns the words of Word documents. */
export function wordWords(handout: Pick<Handout, 'language'>): WordWords {
  const t = textIn(handout)
  return {
    openMap: t('handout.openMap'),
    figure: (no, title) => t('handout.figure', { no, title }),
    table: (no, title) => t('handout.table', { no, title }),
    heading: (no) => (handout.language === 'en' ? `${no}. ` : `${chineseNumber(no)}、`),
    ownData: t('handout.ownData'),
  }
}

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** Returns a number below 100 as Chinese headings count. */
export function chineseNumber(value: number): string {
  if (value >= 100) return String(value)
  const [tens, ones] = [Math.floor(value / 10), value % 10]
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${digits[ones]}`
}
