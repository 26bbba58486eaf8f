import { type Accessor, createMemo, For, Show } from 'solid-js'
import type { Scene } from '../../../model/briefing/briefing'
import { type ToldPoint, toldPoints } from '../../../model/briefing/told'
import { showMessage } from '../../../model/messages/briefing-show'
import { useApp, useMessages } from '../../context'
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

/** Points with the documents they stand in as notes at the foot, each document and section once. */
export function Points(props: { points: readonly ToldPoint[] }) {
  const t = useMessages(showMessage)
  const notes = createMemo(() => [...new Set(props.points.flatMap(({ sources }) => sources.map(({ short }) => short)))])
  const numbersOf = ({ sources }: ToldPoint) => sources.map(({ short }) => notes().indexOf(short) + 1)
  return (
    <>
      <ul class="show-points">
        <For each={props.points}>{(point) => <Point point={point} notes={numbersOf(point)} />}</For>
      </ul>
      <Show when={notes().length > 0}>
        <p class="show-source">{t('show.sources', { sources: withoutRepeats(notes()) })}</p>
      </Show>
    </>
  )
}

/** `[1] 重庆日报 2020-05 · 开篇 [2] 基本情况`: a document is named once while it goes on. */
function withoutRepeats(notes: readonly string[]): string {
  let before = ''
  return notes
    .map((note, index) => {
      const [document = '', ...place] = note.split(' · ')
      const shown = document === before && place.length > 0 ? place.join(' · ') : note
      before = document
      return `[${index + 1}] ${shown}`
    })
    .join(' ')
}
