import type { JSX } from 'solid-js'
import type { PanelItem } from '../../model/view'
import { useApp } from '../context'

/** Opens an item in the detail panel; its text is that of the record, in Chinese. */
export function ItemButton(props: { item: PanelItem; class: string; children: JSX.Element }) {
  const app = useApp()
  return (
    <button type="button" class={props.class} lang="zh-CN" onClick={() => app.actions.openItem(props.item)}>
      {props.children}
    </button>
  )
}
