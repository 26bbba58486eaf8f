import { AskSelected } from '../analysis/ask-buttons'
import { AddHere } from '../briefing/add-button'
import { CompareButton } from '../compare/compare-button'
import { useApp } from '../context'
import { copyLink, ShareButton } from '../share/share-buttons'

/** The actions of the panel: copy the link of what it shows. */
export function DetailFoot(props: { ref: HTMLDivElement | undefined }) {
  const app = useApp()
  return (
    <div class="panel-foot" ref={props.ref}>
      <AskSelected />
      <button type="button" class="button button-primary" onClick={() => copyLink(app)}>
        {app.t('link.copy')}
      </button>
      <ShareButton />
      <AddHere place="detail" />
      <CompareButton />
    </div>
  )
}
