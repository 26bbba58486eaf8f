import { loadLanguage } from '../model/messages/load-language'
import { useApp } from './context'

/** Language and colours, switched in place. */
export function PreferenceSwitch() {
  const app = useApp()
  const english = () => app.language() === 'en'
  const changeLanguage = async () => {
    const language = english() ? 'zh-CN' : 'en'
    try {
      await app.services.loadPart(() => loadLanguage(language))
      app.actions.setLanguage(language)
    } catch (error) {
      console.warn(error)
      app.services.lostPart(changeLanguage)
    }
  }
  const dark = () => app.session().palette === 'dark'
  return (
    <div class="preference-switch">
      <button type="button" class="text-button" lang={english() ? 'zh-CN' : 'en'} onClick={changeLanguage}>
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
