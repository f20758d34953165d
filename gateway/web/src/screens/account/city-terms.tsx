import type { City } from '@asaichi/contract/catalog/city.ts'
import { OwnLines, OwnText } from '../../i18n/own-text.tsx'
import { T } from '../../i18n/text.tsx'

/** M4: the terms in force, named by their version, and what becomes of personal data. */
export function CityTerms({ city }: { readonly city: City }) {
  const { privacyText } = city
  return (
    <>
      <details class="terms">
        <summary>
          <T k="account.terms-read" p={{ version: city.policy.termsVersion }} />
        </summary>
        <OwnLines of={city} field="termsText" />
      </details>
      <details class="terms">
        <summary>
          <T k="account.privacy-read" />
        </summary>
        {privacyText === undefined ? (
          <p>
            <T k="account.privacy-text" p={{ office: <OwnText of={city.office} field="name" /> }} />
          </p>
        ) : (
          <OwnLines of={{ ...city, privacyText }} field="privacyText" />
        )}
      </details>
    </>
  )
}
