import type { Language } from '@asaichi/contract/actor.ts'
import { useState } from 'preact/hooks'
import { Day } from '../../../i18n/format.tsx'
import { LANGUAGES, languageFrom, tagOf } from '../../../i18n/languages.ts'
import { say } from '../../../i18n/message.ts'
import { H2, P } from '../../../i18n/text.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import { languageName } from '../shared/language-name.ts'
import type { NoticeValues } from './notice-values.ts'

/** T8: as the public will read it in each language; Japanese where a language is missing. */
export function NoticePreview({ values }: { readonly values: NoticeValues }) {
  const [language, setLanguage] = useState<Language>('ja')
  const { title, body } = wordsIn(values, language)
  const isFallback = language !== 'ja' && (title === '' || body === '')
  return (
    <section aria-labelledby="preview">
      <H2 k="staff.preview" id="preview" />
      <Tabs
        label={say('staff.preview')}
        now={language}
        onChange={id => setLanguage(languageFrom(id))}
        tabs={LANGUAGES.map(id => ({ id, label: say(languageName(id)) }))}
      >
        {isFallback && <P k="staff.preview-fallback" />}
        <div class={values.urgent ? 'preview preview--urgent' : 'preview'} lang={tagOf(language)}>
          {values.urgent && <P k="staff.urgent" class="tag tag--bad" />}
          <p class="preview__title">{title || values.title || '…'}</p>
          {values.date !== '' && (
            <p class="soft">
              <Day date={values.date} />
            </p>
          )}
          <p class="lines">{body || values.body || '…'}</p>
        </div>
      </Tabs>
    </section>
  )
}

function wordsIn(
  values: NoticeValues,
  language: Language,
): { readonly title: string; readonly body: string } {
  switch (language) {
    case 'ja':
      return values
    case 'ja-easy':
      return { title: values.easyTitle, body: values.easyBody }
    case 'en':
      return { title: values.enTitle, body: values.enBody }
  }
}
