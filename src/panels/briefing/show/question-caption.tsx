import { createEffect, createMemo, For } from 'solid-js'
import type { AskedQuestion } from '../../../model/briefing/show-memory'
import { answerToQuestion } from '../../../model/briefing/show-question'
import { toldSources } from '../../../model/briefing/told'
import { showMessage } from '../../../model/messages/briefing-show'
import { useApp, useMessages } from '../../context'
import type { Show as RunningShow } from './controller'
import { Points } from './points'

/** A question put to the map, with its answer beside it. */
export function QuestionCaption(props: { show: RunningShow; question: AskedQuestion }) {
  const app = useApp()
  const t = useMessages(showMessage)
  const answer = createMemo(() => {
    const [record, details, { analysis }] = [app.record(), app.details(), app.session()]
    return record && answerToQuestion({ record, details, language: app.language() }, props.question.view, analysis)
  })
  const counted = () => {
    const count = answer()?.count
    return count === undefined ? [] : [t(count === 0 ? 'answer.noPlans' : 'answer.plans', { count })]
  }
  const waiting = () => t(app.session().analysis.status === 'failed' ? 'answer.failed' : 'answer.waiting')
  // Kept for the appendix as soon as it is there.
  createEffect(() => {
    const index = props.show.state().question
    const found = answer()
    if (index === undefined || !found || props.question.answer.length > 0) return
    const sources = toldSources(found.points).map(({ full }) => full)
    props.show.answerQuestion(index, [...counted(), ...found.points.map(({ text }) => text)], sources)
  })
  return (
    <section class="show-caption" lang="zh-CN" tabindex="0" aria-label={props.question.text}>
      <p class="show-kicker">{t('show.asked')}</p>
      <h2>{props.question.text}</h2>
      <For each={answer() ? counted() : [waiting()]}>{(line) => <p>{line}</p>}</For>
      <Points points={answer()?.points ?? []} />
      <button type="button" class="show-button" onClick={() => props.show.run({ do: 'back' })}>
        {t('show.return')}
      </button>
    </section>
  )
}
