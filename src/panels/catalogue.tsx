import { createMemo, For, Show } from 'solid-js'
import { byKind } from '../model/detail'
import { visibleFeatures } from '../model/visible'
import { useApp } from './context'
import { FeatureLink } from './feature-link'

/** 目录: the list that equals the map, features without a position included. */
export function Catalogue() {
  const app = useApp()
  const features = createMemo(() => {
    const record = app.record()
    return record ? visibleFeatures(record, app.view()) : []
  })
  return (
    <section class="catalogue panel" aria-label={app.t('catalogue.name')}>
      <div class="panel-head">
        <h2>{app.t('catalogue.name')}</h2>
        <span class="quiet" aria-live="polite">
          {app.t('catalogue.total', { count: features().length })}
        </span>
        <button
          type="button"
          class="icon-button"
          aria-label={app.t('panel.close')}
          onClick={() => app.actions.setSession({ catalogueOpen: false })}
        >
          ×
        </button>
      </div>
      <div class="panel-body">
        <For each={byKind(features())} fallback={<p class="quiet">{app.t('catalogue.empty')}</p>}>
          {(group) => (
            <section>
              <h3>
                {app.t(`kind.${group.kind}`)} <span class="quiet">{group.features.length}</span>
              </h3>
              <ul class="feature-list">
                <For each={group.features}>
                  {(feature) => (
                    <li>
                      <FeatureLink feature={feature} />
                      <Show when={!feature.geometry}>
                        <span class="tag">{app.t('feature.unplaced')}</span>
                      </Show>
                    </li>
                  )}
                </For>
              </ul>
            </section>
          )}
        </For>
      </div>
    </section>
  )
}
