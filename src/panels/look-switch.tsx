import { useApp } from './context'

/** Language and colours, switched in place. */
export function LookSwitch() {
  const app = useApp()
  const english = () => app.language() === 'en'
  const dark = () => app.session().palette === 'dark'
  return (
    <div class="look-switch">
      <button
        type="button"
        class="text-button"
        lang={english() ? 'zh-CN' : 'en'}
        onClick={() => app.actions.setLanguage(english() ? 'zh-CN' : 'en')}
      >
        {app.t('language.other')}
      </button>
      <fieldset class="segments" aria-label={app.t('palette.name')}>
        <button type="button" aria-pressed={!dark()} onClick={() => app.actions.setPalette('light', false)}>
          {app.t('palette.light')}
        </button>
        <button type="button" aria-pressed={dark()} onClick={() => app.actions.setPalette('dark', false)}>
          {app.t('palette.dark')}
        </button>
      </fieldset>
    </div>
  )
}
