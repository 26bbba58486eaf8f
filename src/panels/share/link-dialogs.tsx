import { createEffect, createMemo, on, Show, Suspense } from 'solid-js'
import { releaseOn } from '../../model/release-changes'
import type { Exported, Session } from '../../state/store'
import { type App, useApp } from '../context'
import { followPrintKey } from '../export/print-key'
import { lazyPart } from '../lazy-part'
import '../../styles/links.css'

const ShareDialog = lazyPart(() => import('./share-dialog').then((module) => module.ShareDialog))
const ExportDialog = lazyPart(() => import('../export/export-dialog').then((module) => module.ExportDialog))
const BriefingsDialog = lazyPart(() =>
  import('../briefing/list/briefings-dialog').then((module) => module.BriefingsDialog),
)
const ChangesDialog = lazyPart(() => import('./changes-dialog').then((module) => module.ChangesDialog))

/** Everything about links and what is told by them that stands over the page, each in a chunk of its own; and the word on an older link. */
export function LinkDialogs() {
  const app = useApp()
  const linkRelease = app.select((state) => state.session.linkRelease)
  const open = app.select((state) => state.session.linkDialog)
  // The record comes once more when its details join it; what was said of the link has been said.
  const hasRecord = createMemo(() => app.record() !== undefined)
  createEffect(on([linkRelease, hasRecord], ([day, ready]) => day && ready && tellAge(app, day)))
  createEffect(() => app.view().embed.includes('list') && app.actions.showCatalogue(true))
  const place = (dialog: NonNullable<Session['linkDialog']>) => ({
    onLost: () => app.actions.showLinkDialog(undefined),
    again: () => app.actions.showLinkDialog(dialog),
  })
  // A dialog that did not come has forgotten what it was opened for.
  const exported = createMemo((before: Exported) => app.session().exported ?? before, {})
  const exportPlace = { ...place('export'), again: () => app.actions.exportThis(exported()) }
  // A briefing goes back to its list: the list stays open beneath. Told at once, or it would go and come between two signals.
  const hasBriefings = app.select(
    ({ session }) => session.linkDialog === 'briefings' || session.exported?.from === 'briefings',
  )
  followPrintKey(() => ({}))
  return (
    <>
      <Suspense>
        <Show when={open() === 'share'}>
          <ShareDialog place={place('share')} />
        </Show>
        <Show when={hasBriefings()}>
          <BriefingsDialog place={place('briefings')} />
        </Show>
        <Show when={open() === 'changes'}>
          <ChangesDialog place={place('changes')} />
        </Show>
      </Suspense>
      {/* Of its own: while this dialog comes, the list beneath must not leave the page. */}
      <Suspense>
        <Show when={open() === 'export'}>
          <ExportDialog place={exportPlace} />
        </Show>
      </Suspense>
      <Show when={app.view().embed.length > 0}>
        <a
          class="open-full"
          href={app.services.addressOf({ ...app.view(), embed: [] })}
          target="_blank"
          rel="noopener noreferrer"
        >
          {app.t('embed.openFull')} <span aria-hidden="true">↗</span>
        </a>
      </Show>
    </>
  )
}

/** Says how much has changed since the link was made; nothing where nothing has. */
async function tellAge(app: App, day: string) {
  const releases = await app.services.loadPastReleases()
  if (!releases || app.session().linkRelease !== day) return
  const release = releaseOn(releases, day)
  if (!release) return app.actions.reportLink([{ message: 'link.olderUnknown', values: { date: day } }])
  const count = release.changes.length
  if (count > 0) app.actions.reportLink([{ message: 'link.older', values: { date: day, count }, opens: 'changes' }])
}
