import type { City } from '@asaichi/contract/catalog/city.ts'
import { Summary } from '../../../i18n/text.tsx'

/** M4: the terms as the city wrote them, to read out or hand over. */
export function TermsToRead({ city }: { readonly city: City }) {
  return (
    <details class="details">
      <Summary k="staff.terms-read" />
      <p class="lines" lang="ja">
        {city.termsText}
      </p>
    </details>
  )
}
