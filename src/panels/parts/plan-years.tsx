import { Show } from 'solid-js'
import type { Plan } from '../../../data/schema'
import { years } from '../../model/numbers'
import { type Deadline, deadlineOf } from '../../model/plans/deadline'
import { useApp } from '../context'

/** The years of a plan and what they mean today; a plan without years says so. */
export function PlanYears(props: { plan: Plan }) {
  const app = useApp()
  const deadline = () => deadlineOf(props.plan, app.today)
  return (
    <>
      <Show when={years(props.plan, app.language())}>{(span) => <span class="plan-years tabular">{span()}</span>}</Show>
      <Show when={remarked[deadline()]}>{(key) => <span class="plan-deadline quiet">{app.t(key())}</span>}</Show>
    </>
  )
}

/** What needs no word: done and described things, and targets still to come. */
const remarked = {
  undated: 'deadline.undated',
  closed: undefined,
  ahead: undefined,
  due: 'deadline.due',
  past: 'deadline.past',
} as const satisfies { [deadline in Deadline]: string | undefined }
