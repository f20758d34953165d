import { useState } from 'preact/hooks'
import { chooseLanguage } from '../i18n/chosen-language.ts'
import { useLanguage } from '../i18n/language.ts'
import { LANGUAGES, languageFrom, nameOf, tagOf } from '../i18n/languages.ts'
import { Span, useText } from '../i18n/text.tsx'
import { rememberedTextSize, showTextSize, TEXT_SIZES } from './text-size.ts'

/** R19 */
export function DisplaySettings() {
  const t = useText()
  const language = useLanguage()
  const [size, setSize] = useState(rememberedTextSize)
  return (
    <div class="display-settings">
      <label>
        <span>{[...new Set([t('common.language'), 'Language'])].join(' / ')}</span>
        <select
          value={language}
          onChange={event => void chooseLanguage(languageFrom(event.currentTarget.value))}
        >
          {LANGUAGES.map(one => (
            <option key={one} value={one} lang={tagOf(one)}>
              {nameOf(one)}
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
