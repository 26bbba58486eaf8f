import { useApp } from './context'

/** Language and colours, switched in place. */
export function PreferenceSwitch() {
  const app = useApp()
  const english = () => app.language() === 'en'
  const dark = () => app.session().palette === 'dark'
  return (
    <div class="preference-switch">
      <button
        type="button"
        class="text-button"
        lang={english() ? 'zh-CN' : 'en'}
        onClick={() => app.actions.setLanguage(english() ? 'zh-CN' : 'en')}
      >
        {app.t('language.other')}
      </button>
      <button
        type="button"
        class="text-button"
        onClick={() => app.actions.setPalette(dark() ? 'light' : 'dark', false)}
      >
        {app.t(dark() ? 'palette.light' : 'palette.dark')}
      </button>
    </div>
  )
}
