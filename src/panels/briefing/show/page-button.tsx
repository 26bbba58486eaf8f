/** A page of a briefing to go to, with its number. */
export function PageButton(props: { place: number; title: string; isCurrent?: boolean; onPress: () => void }) {
  return (
    <button
      type="button"
      class="show-page"
      aria-current={props.isCurrent ? 'page' : undefined}
      onClick={() => props.onPress()}
    >
      <span class="show-page-number tabular">{props.place + 1}</span>
      <span lang="zh-CN">{props.title}</span>
    </button>
  )
}
