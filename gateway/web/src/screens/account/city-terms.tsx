import type { City } from '@asaichi/contract/catalog.ts'
import { useLanguage } from '../../i18n/language.ts'
import { T } from '../../i18n/text.tsx'

/** M4: the terms in force, named by their version, and what becomes of personal data; in Japanese where nothing else is there. */
export function CityTerms({ city }: { readonly city: City }) {
  const language = useLanguage()
  const translated = language === 'ja' ? undefined : city.translations?.[language]
  const privacy = translated?.privacyText ?? city.privacyText
  return (
    <>
      <details class="terms">
        <summary>
          <T k="account.terms-read" p={{ version: city.policy.termsVersion }} />
        </summary>
        <Lines text={translated?.termsText ?? city.termsText} isJapanese={!translated?.termsText} />
      </details>
      <details class="terms">
        <summary>
          <T k="account.privacy-read" />
        </summary>
        {privacy === undefined ? (
          <p>
            <T k="account.privacy-text" p={{ office: <span lang="ja">{city.office.name}</span> }} />
          </p>
        ) : (
          <Lines text={privacy} isJapanese={!translated?.privacyText} />
        )}
      </details>
    </>
  )
}

function Lines({ text, isJapanese }: { readonly text: string; readonly isJapanese: boolean }) {
  return (
    <div {...(isJapanese && { lang: 'ja' })}>
      {text.split('\n').map((line, index) => (
        <p key={index}>{line}</p>
      ))}
    </div>
  )
}
