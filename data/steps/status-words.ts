/** What the words of a row, and those noted in its citations, say of its status. */
import type { AuthoredPlan } from '../schema'
import type { Status } from '../schema-ids'

/** What a rule has to know besides the row. */
export interface StatusContext {
  /** Whether a citation is of a chapter that reports what has been done. */
  isReport: (reference: AuthoredPlan['sources'][number]) => boolean
  /** Whether the row has a figure or a year. */
  isConcrete: boolean
}

/** Whoever says it, work has begun. 推进, 加快, 打造, 建设, 持续 and a bare 启动 or 开工 do not say so. */
const begun =
  /(?<![改修纠公])正(?![式常规确面负当街])|在建(?!设)|已[^，。；]{0,8}(?:启动|开工|动工|开始|完成)|集中开工|(?:去年|20\d\d ?年)[^。；]{0,6}(?:启动|开工)|年起|一直|近年|年来|以来/
const meant = /力争|将于|到 ?20\d\d ?年(末|底)?(要|达到?|建成|实现|力争)/
/** A name or rank to be reached; 做好 and the like are none. */
const endState = /打造|建成|成为|形成|创建|争[创当做]|做(?![好大强优精靓])|力争|努力|走在|升级为/

/** Returns what is wrong between a row's status and its words, in Chinese; nothing if they agree. */
export const wordsAgainstStatus = (plan: AuthoredPlan, context: StatusContext): string | undefined =>
  wordRules[plan.status](plan, context)

const wordRules = {
  built: ({ text }) => (meant.test(text) ? '已完成，却写着打算' : undefined),
  underway: (plan, context) =>
    saysBegun(plan, context) ? undefined : '推进中，却没有写已经开始，引的各处也没有注出已经开始的话（begun）',
  planned: ({ text }) => (begun.test(text) ? '规划，却写着已经开始' : undefined),
  target: ({ text }, { isConcrete }) =>
    isConcrete || endState.test(text) ? undefined : '目标，却没有数字、年份，也没有写到成什么样',
  state: ({ text }) => (meant.test(text) ? '现状，却写着打算' : undefined),
} as const satisfies Record<Status, (plan: AuthoredPlan, context: StatusContext) => string | undefined>

/**
 * A row of a reporting chapter tells of work begun. Any other has to say so itself or note the words of a passage it
 * cites; those of a reporting chapter hold as they are, those of other passages must say it.
 */
function saysBegun({ text, sources }: AuthoredPlan, { isReport }: StatusContext): boolean {
  const [main] = sources
  if (begun.test(text) || (main && isReport(main))) return true
  return sources.some((source) => source.begun && (isReport(source) || begun.test(source.begun)))
}
