import { createMemo, For, Show } from 'solid-js'
import type { ChangedCitation } from '../../../model/briefing/changes'
import { checkBriefing, type Finding } from '../../../model/briefing/check'
import type { MadeValue } from '../../../model/briefing/made-values'
import { useApp } from '../../context'
import type { Controller } from './controller'

/** 汇报前检查: what to look at, scene by scene; each line opens its scene. */
export function CheckList(props: { editor: Controller }) {
  const app = useApp()
  const { t, now, releases, pageOf, sceneOf } = props.editor
  const findings = createMemo(() => {
    const record = app.record()
    if (!record) return []
    const here = { width: window.innerWidth, height: window.innerHeight }
    const { today } = app
    return checkBriefing(now(), { record, details: app.details(), releases: releases(), today, here })
  })
  const pages = createMemo(() => [...new Set(findings().map(({ no }) => no))])
  return (
    <Show when={findings().length > 0} fallback={<p class="quiet">{t('edit.check.none')}</p>}>
      <p class="quiet">{t('edit.check.count', { count: findings().length })}</p>
      <For each={pages()}>
        {(no) => (
          <section class="edit-check">
            <h3>{t('edit.page', { n: pageOf(no), title: sceneOf(no)?.title ?? '' })}</h3>
            <ul>
              <For each={findings().filter((each) => each.no === no)}>
                {(finding) => <FindingLine editor={props.editor} finding={finding} />}
              </For>
            </ul>
          </section>
        )}
      </For>
    </Show>
  )
}

function FindingLine(props: { editor: Controller; finding: Finding }) {
  const { t, show } = props.editor
  return (
    <li>
      <button type="button" class="edit-citable" onClick={() => show(props.finding.no)}>
        <span class="tag">{t(`edit.check.${props.finding.sort}`, { percent: props.finding.percent ?? 0 })}</span>{' '}
        <span lang="zh-CN">{props.finding.about}</span>
      </button>
      <Show when={props.finding.changed}>{(changed) => <Before editor={props.editor} changed={changed()} />}</Show>
    </li>
  )
}

/** What it was and what it is, where the briefing carries what it was. */
function Before(props: { editor: Controller; changed: ChangedCitation }) {
  const { t } = props.editor
  const told = (value: MadeValue) =>
    [value.text, ...value.figures, [value.from, value.to].filter((year) => year !== undefined).join('–')]
      .filter(Boolean)
      .join('；')
  return (
    <p class="quiet">
      {props.changed.parts.map((part) => t(`edit.changed.${part}`)).join('、')}
      <Show when={props.changed.was}>
        {(was) => <span lang="zh-CN"> · {t('edit.was', { was: told(was()) })}</span>}
      </Show>
      <Show when={props.changed.was && props.changed.is}>
        {(is) => <span lang="zh-CN"> · {t('edit.is', { is: told(is()) })}</span>}
      </Show>
    </p>
  )
}
