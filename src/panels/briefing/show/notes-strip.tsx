import { showMessage } from '../../../model/messages/briefing-show'
import { useMessages } from '../../context'

/** The notes of a scene in a strip below the map, where there is only one screen. */
export function NotesStrip(props: { notes: string | undefined }) {
  const t = useMessages(showMessage)
  return (
    <aside class="show-notes" aria-label={t('show.notes')} lang="zh-CN">
      {props.notes ?? t('show.noNotes')}
    </aside>
  )
}
