import { useState } from 'preact/hooks'
import { api } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import type { Key } from '../../i18n/catalogue.ts'
import { Moment } from '../../i18n/format.tsx'
import { H2, P, Span, T } from '../../i18n/text.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { entryPath, reservationPath } from '../own/paths.ts'
import { ACT_NAMES } from '../shared/act-names.ts'
import { Paged } from '../shared/paged.tsx'

const BY = {
  self: 'session.acts-by-self',
  staff: 'session.acts-by-staff',
  unknown: 'session.acts-by-unknown',
} as const satisfies Readonly<Record<string, Key>>

/** V4: every act on the account, and of staff on its bookings, newest first; staff are told by their role alone. */
export function ActList() {
  const [after, setAfter] = useState<string>()
  const acts = useApi(signal => api.get('/api/me/acts', { query: { after, limit: 20 }, signal }), [after])
  return (
    <section aria-labelledby="acts">
      <H2 k="session.acts-title" id="acts" />
      <P k="session.acts-text" />
      <Paged of={acts} after={after} onGo={setAfter}>
        {items => (
          <>
            {items.length === 0 && <P k="session.acts-none" />}
            <ul class="act-list">
              {items.map(({ at, act, by, reservationId, entryId }, index) => (
                <li key={index}>
                  <span class="act-list__when">
                    <Moment at={at} />
                  </span>
                  <Span k="session.act-by" p={{ act: <T k={ACT_NAMES[act]} />, by: <T k={BY[by]} /> }} />
                  {reservationId !== null && (
                    <TextLink href={reservationPath(reservationId)} k="session.acts-see-booking" />
                  )}
                  {entryId !== null && <TextLink href={entryPath(entryId)} k="session.acts-see-entry" />}
                </li>
              ))}
            </ul>
          </>
        )}
      </Paged>
    </section>
  )
}
