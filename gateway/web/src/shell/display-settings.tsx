import type { Language } from '@asaichi/contract/actor.ts'
import { useState } from 'preact/hooks'
import { chooseLanguage, LANGUAGES } from '../i18n/chosen-language.ts'
import { useLanguage } from '../i18n/language.ts'
import { Span, useText } from '../i18n/text.tsx'
import { rememberedTextSize, showTextSize, TEXT_SIZES } from './text-size.ts'

// Each language is named in itself, for the reader who cannot read the others.
const NAMES: Readonly<Record<Language, string>> = {
  ja: '日本語',
  'ja-easy': 'やさしい日本語',
  en: 'English',
}

/** R19 */
export function DisplaySettings() {
  const t = useText()
  const language = useLanguage()
  const [size, setSize] = useState(rememberedTextSize)
  return (
    <div class="display-settings">
      <label>
        <span>{language === 'en' ? 'Language' : `${t('common.language')} / Language`}</span>
        <select
          value={language}
          onChange={event => void chooseLanguage(LANGUAGES[event.currentTarget.selectedIndex] ?? 'ja')}
        >
          {LANGUAGES.map(one => (
            <option key={one} value={one} lang={one === 'en' ? 'en' : 'ja'}>
              {NAMES[one]}
            </option>
          ))}
        </select>
      </label>
      <label>
        <Span k="common.text-size" />
        <select
          value={size}
          onChange={event => {
            const chosen = TEXT_SIZES[event.currentTarget.selectedIndex] ?? 'normal'
            setSize(chosen)
            showTextSize(chosen)
          }}
        >
          {TEXT_SIZES.map(one => (
            <option key={one} value={one}>
              {t(`common.text-size-${one}`)}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}
