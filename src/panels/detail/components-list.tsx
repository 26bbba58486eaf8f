import { assets } from 'virtual:yulan-assets'
import { createResource, For, Match, Show, Switch } from 'solid-js'
import { billName, licencesName } from '../../model/components'
import { componentMessage } from '../../model/messages/components'
import { useApp, useMessages } from '../context'
import '../../styles/components-list.css'

/** The software packages in what ships: name, version and licence of each. */
export function ComponentsList() {
  const app = useApp()
  const t = useMessages(componentMessage)
  const [components, { refetch }] = createResource(async () => (await app.services.components()) ?? 'failed')
  const found = () => {
    const value = components.latest
    return Array.isArray(value) ? value : undefined
  }
  return (
    <Switch>
      <Match when={components.loading}>
        <p role="status">{t('components.loading')}</p>
      </Match>
      <Match when={components.latest === 'failed'}>
        <p role="alert">
          {t('components.failed')}{' '}
          <button type="button" class="text-button" onClick={refetch}>
            {t('components.again')}
          </button>
        </p>
      </Match>
      <Match when={found()}>
        {(list) => (
          <>
            <p>{t('components.text', { count: list().length })}</p>
            <ul class="about-components">
              <For each={list()}>
                {({ name, version, licence, within }) => (
                  <li>
                    {name} <span class="quiet tabular">{version}</span> · {licence}
                    <Show when={within}>
                      <span class="quiet"> · {t('components.within', { names: within })}</span>
                    </Show>
                  </li>
                )}
              </For>
            </ul>
            <p>
              <a {...linkTo(licencesName)}>{t('components.texts')}</a> ·{' '}
              <a {...linkTo(billName)}>{t('components.bill')}</a>
            </p>
          </>
        )}
      </Match>
    </Switch>
  )
}

/** The single file holds them itself, and has no other place to open them in. */
const linkTo = (name: string) =>
  assets[name] === undefined ? { href: name } : { href: assets[name], download: name.split('/').pop() }
