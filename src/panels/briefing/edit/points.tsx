import { createMemo, For, Index, Show } from 'solid-js'
import type { Scene, ScenePoint } from '../../../model/briefing/briefing'
import { toldPoints } from '../../../model/briefing/told'
import { useApp } from '../../context'
import type { Controller } from './controller'
import { TextField } from './text-field'

/** The points of a scene: own words to be written, cited items as the record tells them. */
export function Points(props: { editor: Controller; scene: Scene }) {
  const { t, edit } = props.editor
  const addWords = (event: MouseEvent & { currentTarget: HTMLElement }) => {
    const list = event.currentTarget.closest('section')
    edit({ kind: 'addPoint', no: props.scene.no, point: { kind: 'words', text: '' } })
    queueMicrotask(() => list?.querySelector<HTMLElement>('li:last-child textarea')?.focus())
  }
  return (
    <section class="edit-points">
      <h3>{t('edit.points')}</h3>
      <ol>
        <Index each={props.scene.points}>
          {(point, at) => (
            <li>
              <PointBody editor={props.editor} scene={props.scene} point={point()} at={at} />
              <div class="edit-point-buttons">
                <button
                  type="button"
                  class="icon-button"
                  aria-label={t('edit.pointUp', { n: at + 1 })}
                  title={t('edit.up')}
                  disabled={at === 0}
                  onClick={() => edit({ kind: 'movePoint', no: props.scene.no, at, to: at - 1 })}
                >
                  ↑
                </button>
                <button
                  type="button"
                  class="icon-button"
                  aria-label={t('edit.pointRemove', { n: at + 1 })}
                  title={t('edit.pointRemove', { n: at + 1 })}
                  onClick={() => edit({ kind: 'removePoint', no: props.scene.no, at })}
                >
                  ×
                </button>
              </div>
            </li>
          )}
        </Index>
      </ol>
      <button type="button" class="button" onClick={addWords}>
        {t('edit.addWords')}
      </button>
    </section>
  )
}

function PointBody(props: { editor: Controller; scene: Scene; point: ScenePoint; at: number }) {
  const { t, edit, settle } = props.editor
  const words = () => (props.point.kind === 'words' ? props.point.text : undefined)
  return (
    <Show when={words() !== undefined} fallback={<CitedPoint scene={props.scene} point={props.point} />}>
      <TextField
        label={t('edit.point', { n: props.at + 1 })}
        labelHidden
        rows={2}
        value={words() ?? ''}
        onChange={(text) =>
          edit({ kind: 'setPoint', no: props.scene.no, at: props.at, text }, `point ${props.scene.no} ${props.at}`)
        }
        onLeave={settle}
      />
    </Show>
  )
}

/** A cited item with what it brings: its text, figures and sources as the record has them today. */
function CitedPoint(props: { scene: Scene; point: ScenePoint }) {
  const app = useApp()
  const told = createMemo(() => {
    const record = app.record()
    if (!record) return []
    return toldPoints(
      { points: [props.point], view: props.scene.view },
      { record, details: app.details(), language: app.language() },
    )
  })
  return (
    <div class="edit-cited">
      <For each={told()} fallback={<p class="quiet">{app.t('detail.loading')}</p>}>
        {(point) => (
          <>
            <p lang="zh-CN">
              <Show when={point.label}>
                <span class="tag">{point.label}</span>{' '}
              </Show>
              {point.text}
            </p>
            <For each={point.figures}>
              {(figure) => (
                <p class="quiet tabular" lang="zh-CN">
                  {figure.what} <strong>{figure.value}</strong>
                  {figure.year ? ` · ${figure.year}` : ''}
                </p>
              )}
            </For>
            <p class="quiet" lang="zh-CN">
              {point.sources.map(({ short }) => short).join('；')}
            </p>
          </>
        )}
      </For>
    </div>
  )
}
