import type { PaperOptions as Options } from '../../model/handout/paper'
import { paperMessage } from '../../model/messages/paper'
import { useMessages } from '../context'
import { Choice, OrientationChoice, paperOptions } from './paper-choice'

/** The paper of printed pages, and whether they are the whole atlas. Stands in the dialog 导出. */
export function PaperOptions(props: { options: Options; onChange: (options: Options) => void }) {
  const t = useMessages(paperMessage)
  const change = (changed: Partial<Options>) => props.onChange({ ...props.options, ...changed })
  return (
    <fieldset class="export-options">
      <legend>{t('paper.pages')}</legend>
      <Choice
        label={t('paper.content')}
        value={props.options.content}
        options={(['sheet', 'atlas'] as const).map((value) => ({ value, text: t(`paper.content.${value}`) }))}
        onChange={(content) => change({ content })}
      />
      <Choice
        label={t('paper.paper')}
        value={props.options.paper}
        options={paperOptions}
        onChange={(paper) => change({ paper })}
      />
      <OrientationChoice choice={props.options} onChange={(orientation) => change({ orientation })} />
    </fieldset>
  )
}
