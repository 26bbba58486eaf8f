import { createSignal, Show } from 'solid-js'
import { PartError } from '../../model/part'
import { useApp } from '../context'

/** The map on paper: as a picture to be saved, or printed with the open panel's text. */
export function PictureSection() {
  const app = useApp()
  const [state, setState] = createSignal<'working' | 'saved' | 'failed'>()
  const save = async () => {
    setState('working')
    try {
      await app.services.saveMapPicture()
      setState('saved')
    } catch (error) {
      console.warn(error)
      if (error instanceof PartError) app.services.lostPart(save)
      setState(error instanceof PartError ? undefined : 'failed')
    }
  }
  const print = () => {
    app.actions.showLinkDialog(undefined)
    app.services.printPage()
  }
  return (
    <section>
      <h3>{app.t('picture.name')}</h3>
      <p class="quiet">{app.t('picture.note')}</p>
      <div class="share-actions">
        <Show when={app.session().mapMode === 'engine'}>
          <button type="button" class="button" disabled={state() === 'working'} onClick={save}>
            {app.t('picture.save')}
          </button>
        </Show>
        <button type="button" class="button" onClick={print}>
          {app.t('picture.print')}
        </button>
      </div>
      <p class="share-said" role="status">
        <Show when={state()}>{(now) => <>{app.t(`picture.${now()}`)}</>}</Show>
      </p>
    </section>
  )
}
