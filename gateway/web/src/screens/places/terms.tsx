import { api } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { OwnLines } from '../../i18n/own-text.tsx'
import { T } from '../../i18n/text.tsx'
import { Shown } from '../../shell/shown.tsx'

/** M12: the terms in force in the city, by their version. */
export function Terms({ cityId }: { readonly cityId: string }) {
  const city = useApi(signal => api.get('/api/cities/{cityId}', { params: { cityId }, signal }), [cityId])
  return (
    <section aria-labelledby="terms">
      <h2 id="terms">
        <T k="places.terms-title" />
      </h2>
      <Shown of={city}>
        {value => (
          <>
            <OwnLines of={value} field="termsText" />
            <p>
              <T k="places.terms-version" p={{ version: value.policy.termsVersion }} />
            </p>
          </>
        )}
      </Shown>
    </section>
  )
}
