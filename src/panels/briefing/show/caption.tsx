import { createEffect, Show } from 'solid-js'
import type { Scene } from '../../../model/briefing/briefing'
import { createFit } from './fit-text'
import { createTold, Points } from './points'

/** What is said to a scene: its title and its points. */
export function Caption(props: { scene: Scene | undefined }) {
  return (
    <Show when={props.scene} keyed>
      {(scene) => <SceneCaption scene={scene} />}
    </Show>
  )
}

function SceneCaption(props: { scene: Scene }) {
  let box: HTMLElement | undefined
  const told = createTold(() => props.scene)
  const fit = createFit(() => box)
  createEffect(() => {
    told()
    fit()
  })
  return (
    <section class="show-caption" ref={box} lang="zh-CN" tabindex="0" aria-label={props.scene.title}>
      <h2>{props.scene.title}</h2>
      <Points points={told()} />
    </section>
  )
}
