import { For, Show } from 'solid-js'
import { useApp } from '../context'
import { PreferenceSwitch } from '../preference-switch'

/** 资料与说明: every source, its terms and its limits. */
export function AboutPage() {
  const app = useApp()
  return (
    <>
      <p class="about-text">{app.t('about.text')}</p>
      <p class="about-text">{app.t('about.limits')}</p>
      <ul class="about-sources" aria-label={app.t('sources.name')}>
        <For each={app.record()?.sources}>
          {(source) => (
            <li>
              <strong>{app.language() === 'en' ? source.titleEn : source.title}</strong>
              <p class="quiet">
                {source.publisher} · {source.date}
                <Show when={source.dateNote}> · {source.dateNote}</Show>
              </p>
              <Show when={source.licence}>
                <p class="quiet">{app.t('about.licence', { licence: source.licence ?? '' })}</p>
              </Show>
              <Show when={source.limits}>
                <p class="quiet">{app.t('about.limit', { limits: source.limits ?? '' })}</p>
              </Show>
            </li>
          )}
        </For>
      </ul>
      <p class="quiet">{app.t('about.code')}</p>
      <PreferenceSwitch />
    </>
  )
}
