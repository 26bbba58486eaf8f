import { Show } from 'solid-js'
import type { Scene } from '../../../model/briefing/briefing'
import { Points } from './points'

/** What is said to a scene: its title and its points. */
export function Caption(props: { scene: Scene | undefined }) {
  return (
    <Show when={props.scene} keyed>
      {(scene) => (
        <div class="show-caption" lang="zh-CN">
          <h2>{scene.title}</h2>
          <Points scene={scene} />
        </div>
      )}
    </Show>
  )
}
