import { createResource, Show } from 'solid-js'
import { PartError } from '../../model/part'
import { type QrDrawing, useApp } from '../context'

const savedPixels = 1024

/** The link as a QR code, to look at and to save. */
export function QrSection(props: { link: string }) {
  const app = useApp()
  const [code, { refetch }] = createResource<QrDrawing | undefined, string>(
    () => props.link,
    (link) => app.services.qrOf(link).catch((error) => lost(error, () => refetch())),
  )
  const lost = (error: unknown, again: () => void): undefined => {
    if (error instanceof PartError) app.services.lostPart(again)
    else console.warn(error)
  }
  const savePng = async (svg: string) => {
    const size = { width: savedPixels, height: savedPixels }
    const png = await app.services.pngOf({ svg, ...size }).catch((error) => lost(error, () => savePng(svg)))
    if (png) app.services.saveFile('yulan-qr.png', png, 'image/png')
  }
  return (
    <section class="share-qr">
      <h3>{app.t('share.qr')}</h3>
      <Show when={code.latest}>
        {(qr) => (
          <div class="share-qr-row">
            <svg
              class="share-qr-code"
              role="img"
              aria-label={app.t('share.qrAlt')}
              viewBox={`0 0 ${qr().width} ${qr().width}`}
            >
              <rect width={qr().width} height={qr().width} />
              <path d={qr().path} />
            </svg>
            <div class="share-qr-side">
              <p class="quiet tabular">
                {app.t('share.qrVersion', { version: qr().version, correction: qr().correction })}
              </p>
              <button
                type="button"
                class="button"
                onClick={() => app.services.saveFile('yulan-qr.svg', qr().svg(savedPixels), 'image/svg+xml')}
              >
                {app.t('share.svg')}
              </button>
              <button type="button" class="button" onClick={() => savePng(qr().svg(savedPixels))}>
                {app.t('share.png')}
              </button>
            </div>
          </div>
        )}
      </Show>
    </section>
  )
}
