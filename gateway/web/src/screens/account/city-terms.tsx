import type { City } from '@asaichi/contract/catalog/city.ts'
import { OwnLines, OwnText } from '../../i18n/own-text.tsx'
import { P, Summary } from '../../i18n/text.tsx'

/** M4: the terms in force, named by their version, and what becomes of personal data. */
export function CityTerms({ city }: { readonly city: City }) {
  const { privacyText } = city
  return (
    <>
      <details class="terms">
        <Summary k="account.terms-read" p={{ version: city.policy.termsVersion }} />
        <OwnLines of={city} field="termsText" />
      </details>
      <details class="terms">
        <Summary k="account.privacy-read" />
        {privacyText === undefined ? (
          <P k="account.privacy-text" p={{ office: <OwnText of={city.office} field="name" /> }} />
        ) : (
          <OwnLines of={{ ...city, privacyText }} field="privacyText" />
        )}
      </details>
    </>
  )
}
