import { api } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { OwnLines } from '../../i18n/own-text.tsx'
import { H2, P } from '../../i18n/text.tsx'
import { Shown } from '../../shell/shown.tsx'

/** M12: the terms in force in the city, by their version. */
export function Terms({ cityId }: { readonly cityId: string }) {
  const city = useApi(signal => api.get('/api/cities/{cityId}', { params: { cityId }, signal }), [cityId])
  return (
    <section aria-labelledby="terms">
      <H2 k="places.terms-title" id="terms" />
      <Shown of={city}>
        {value => (
          <>
            <OwnLines of={value} field="termsText" />
            <P k="places.terms-version" p={{ version: value.policy.termsVersion }} />
          </>
        )}
      </Shown>
    </section>
  )
}
