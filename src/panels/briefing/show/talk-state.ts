import { createEffect, createSignal, on, onCleanup } from 'solid-js'
import type { App } from '../../context'
import type { Show } from './controller'
import { canTalk, joinTalk, newTalk, openOther, type Role, rememberedPart, rememberPart, type Talk } from './talk'

/** The other window of a show, as the presenter sees it. */
export type OtherWindow = 'none' | 'linked' | 'waiting' | 'blocked' | 'impossible'

/** This window's part in a talk. */
export type TalkState = ReturnType<typeof createTalk>

/** Returns the talk a show is part of: begun by the presenter's press, found again after a reload. Must be called in an owner. */
export function createTalk(app: App, show: Show) {
  const kept = canTalk() ? rememberedPart() : undefined
  const [role, setRole] = createSignal<Role>(kept?.role ?? 'alone')
  const [other, setOther] = createSignal<OtherWindow>(kept ? 'waiting' : 'none')
  let id = kept?.id
  let talk: Talk | undefined
  let told: string | undefined

  const become = (next: Role) => {
    setRole(next)
    rememberPart(id && next !== 'alone' ? { id, role: next } : undefined)
  }
  const leave = (end: boolean) => {
    talk?.leave(end)
    talk = undefined
    setOther('none')
  }
  const join = () => {
    if (!id || talk || !canTalk()) return
    talk = joinTalk(id, {
      shown: show.shared,
      onShow: (shown) => {
        // What was heard is not told back.
        told = JSON.stringify(shown)
        show.follow(shown)
      },
      onSwap: () => become(role() === 'presenter' ? 'audience' : 'presenter'),
      onEnd: () => {
        leave(false)
        become('alone')
      },
      onLinked: (linked) => setOther(linked ? 'linked' : 'waiting'),
    })
  }
  const openWindow = () => {
    if (!canTalk()) return void setOther('impossible')
    id ??= newTalk()
    const opened = openOther(app.services.addressOf(app.view()), id)
    join()
    setOther(opened ? 'waiting' : 'blocked')
  }
  join()
  createEffect(
    on(
      show.shared,
      (shown) => {
        const text = JSON.stringify(shown)
        if (text !== told) talk?.tell()
        told = text
      },
      { defer: true },
    ),
  )
  onCleanup(() => {
    const end = role() === 'presenter'
    leave(end)
    rememberPart(undefined)
  })
  return {
    role,
    other,
    openWindow,
    /** Begins the presenter's view, or ends it: the other window goes on by itself then. */
    toggle: () => {
      if (role() === 'presenter') {
        leave(true)
        id = undefined
        return become('alone')
      }
      openWindow()
      become('presenter')
    },
    swap: () => {
      talk?.swap()
      become('audience')
    },
  }
}
