import { Show } from 'solid-js'
import {
  type PictureOptions as Options,
  type PaperId,
  type PictureMeasure,
  resolutions,
} from '../../model/handout/paper'
import { paperMessage } from '../../model/messages/paper'
import { useMessages } from '../context'
import { Choice, OrientationChoice, paperOptions } from './paper-choice'

const firstPixels = { kind: 'pixels', width: 1920, height: 1080 } as const
const [leastPixels, mostPixels] = [200, 10_000]

type InPixels = Extract<PictureMeasure, { kind: 'pixels' }>

/** How large a picture is, and whether its basemap is left out. Stands in the dialog 导出, for views. */
export function PictureOptions(props: { options: Options; onChange: (options: Options) => void }) {
  const t = useMessages(paperMessage)
  const measured = (measure: PictureMeasure) => props.onChange({ ...props.options, measure })
  const onPaper = () => {
    const { measure } = props.options
    return measure.kind === 'paper' ? measure : undefined
  }
  const inPixels = () => {
    const { measure } = props.options
    return measure.kind === 'pixels' ? measure : undefined
  }
  const choose = (size: PaperId | 'pixels') =>
    measured(
      size === 'pixels'
        ? firstPixels
        : { kind: 'paper', orientation: 'landscape', dpi: 300, ...onPaper(), paper: size },
    )
  return (
    <fieldset class="export-options">
      <legend>{t('paper.picture')}</legend>
      <Choice
        label={t('paper.size')}
        value={onPaper()?.paper ?? 'pixels'}
        options={[...paperOptions, { value: 'pixels' as const, text: t('paper.pixels') }]}
        onChange={choose}
      />
      <Show when={onPaper()}>
        {(measure) => (
          <>
            <OrientationChoice choice={measure()} onChange={(orientation) => measured({ ...measure(), orientation })} />
            <Choice
              label={t('paper.dpi')}
              value={String(measure().dpi)}
              options={resolutions.map((dpi) => ({ value: String(dpi), text: t('paper.dpiOf', { dpi }) }))}
              onChange={(dpi) => measured({ ...measure(), dpi: Number(dpi) })}
            />
          </>
        )}
      </Show>
      <Show when={inPixels()}>{(measure) => <PixelFields measure={measure()} onChange={measured} />}</Show>
      <label>
        <input
          type="checkbox"
          checked={props.options.transparent}
          onChange={(event) => props.onChange({ ...props.options, transparent: event.currentTarget.checked })}
        />{' '}
        {t('paper.transparent')}
      </label>
    </fieldset>
  )
}

function PixelFields(props: { measure: InPixels; onChange: (measure: InPixels) => void }) {
  const t = useMessages(paperMessage)
  const set = (side: 'width' | 'height', text: string) => {
    const value = Math.round(Number(text))
    if (value >= leastPixels && value <= mostPixels) props.onChange({ ...props.measure, [side]: value })
  }
  return (
    <>
      {(['width', 'height'] as const).map((side) => (
        <label>
          {t(`paper.${side}`)}{' '}
          <input
            type="number"
            min={leastPixels}
            max={mostPixels}
            value={props.measure[side]}
            onChange={(event) => set(side, event.currentTarget.value)}
          />
        </label>
      ))}
    </>
  )
}
