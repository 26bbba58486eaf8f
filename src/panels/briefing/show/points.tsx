import { type Accessor, createMemo, For } from 'solid-js'
import type { Scene } from '../../../model/briefing/briefing'
import { type ToldPoint, toldPoints } from '../../../model/briefing/told'
import { useApp } from '../../context'
import { Point } from './point'

/** Returns the points of a scene as the record has them now. Must be called in an owner. */
export function createTold(scene: Accessor<Scene | undefined>): Accessor<ToldPoint[]> {
  const app = useApp()
  const answer = () => {
    const { analysis } = app.session()
    return analysis.status === 'ready' && sameQuestion(analysis.question, scene()?.view.analysis)
      ? analysis.answer
      : undefined
  }
  return createMemo(() => {
    const [record, told] = [app.record(), scene()]
    if (!record || !told) return []
    return toldPoints(told, { record, details: app.details(), language: app.language(), answer: answer() })
  })
}

const sameQuestion = (one: object, other: object | undefined) => JSON.stringify(one) === JSON.stringify(other)

/** What is said to a scene. */
export function Points(props: { scene: Scene }) {
  const told = createTold(() => props.scene)
  return (
    <ul class="show-points">
      <For each={told()}>{(point) => <Point point={point} />}</For>
    </ul>
  )
}
