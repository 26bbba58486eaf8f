/** The actions on notices: what is said of the link, of parts that did not come, of the map, of a newer build. */
import type { MessageKey } from '../model/messages'
import type { Loss } from './resolve'
import type { Notice, NoticeOffer, NoticePart, NoticeTopic, Store } from './store'

/** More would hide the map. */
const mostNotices = 4

let lastNoticeId = 0

/** Returns the actions on the notices of a store. */
export function createNoticeActions(store: Store) {
  const notices = () => store.getState().session.notices
  const setNotices = (next: readonly Notice[]) =>
    store.setState(({ session }) => ({ session: { ...session, notices: next.slice(-mostNotices) } }))
  const othersThan = (about: NoticeTopic) => notices().filter(({ topic }) => topic !== about)

  const notify = (message: MessageKey, values: Notice['values'] = {}, tone: Notice['tone'] = 'warning') => {
    const notice: Notice = { id: ++lastNoticeId, message, values, tone }
    setNotices([...notices(), notice])
  }

  /** There is only one such notice at a time on each topic; it goes when its button is pressed. */
  const offer = (about: NoticeTopic, message: MessageKey, { message: label, run }: NoticeOffer) => {
    const id = ++lastNoticeId
    const runOnce = () => {
      setNotices(othersThan(about))
      run()
    }
    const notice: Notice = {
      id,
      message,
      values: {},
      tone: 'warning',
      topic: about,
      offer: { message: label, run: runOnce },
    }
    setNotices([...othersThan(about), notice])
  }

  /** Puts everything about one link into one notice, which is dismissed as one. */
  const reportLink = (parts: readonly NoticePart[]) => {
    const before = notices().find(({ topic }) => topic === 'link')
    const [first, ...also] = [...(before ? [before, ...(before.also ?? [])] : []), ...parts]
    if (!first || parts.length === 0) return
    const { message, values, opens } = first
    const notice: Notice = {
      id: before?.id ?? ++lastNoticeId,
      message,
      values,
      opens,
      also,
      tone: 'warning',
      topic: 'link',
    }
    setNotices([...othersThan('link'), notice])
  }

  return {
    notify,
    offer,
    dismissNotice: (id: number) => setNotices(notices().filter((notice) => notice.id !== id)),
    reportLosses: (losses: readonly Loss[]) => reportLink(losses.map(lossPart)),
    reportLink,
    /** Removes the notice about the link before, because another is being opened. */
    forgetLink: () => {
      if (notices().some(({ topic }) => topic === 'link')) setNotices(othersThan('link'))
    },
  }
}

function lossPart(loss: Loss): NoticePart {
  if (loss.reason === 'retired') return { message: 'link.retired', values: { sentence: loss.sentence } }
  return { message: `link.unknown.${loss.what}`, values: { id: loss.id } }
}
