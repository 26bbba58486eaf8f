import type { RecordFeature } from '../../model/record'
import { useApp } from '../context'

/** A feature's name as a link to its view: a plain link for the middle button, a selection for the left one. */
export function FeatureLink(props: { feature: RecordFeature }) {
  const app = useApp()
  const id = () => props.feature.properties.id
  const current = () => app.selectedIds().has(id())
  const address = () => {
    const district = props.feature.properties.kind === 'district'
    return app.services.addressOf(
      district ? { ...app.linkBase(), districts: [id()] } : { ...app.linkBase(), feature: id() },
    )
  }
  return (
    <a
      href={address()}
      aria-current={current() ? 'true' : undefined}
      data-pointed={app.isPointed(id()) ? '' : undefined}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return
        event.preventDefault()
        app.actions.select(id())
      }}
      onPointerEnter={() => app.actions.hover(id())}
      onPointerLeave={() => app.actions.hover(undefined)}
      onFocus={() => app.actions.hover(id())}
      onBlur={() => app.actions.hover(undefined)}
    >
      {app.nameOf(props.feature)}
    </a>
  )
}
