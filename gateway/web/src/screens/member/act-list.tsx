import type { ActName } from '@asaichi/contract/identity/profile.ts'
import { useState } from 'preact/hooks'
import { api } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import type { Key } from '../../i18n/catalogue.ts'
import { Moment } from '../../i18n/format.tsx'
import { H2, P, Span, T } from '../../i18n/text.tsx'
import { Paged } from '../shared/paged.tsx'

const ACTS: Readonly<Record<ActName, Key>> = {
  'log-in': 'acts.act-log-in',
  'wrong-passwords': 'acts.act-wrong-passwords',
  'change-password': 'acts.act-change-password',
  'change-profile': 'acts.act-change-profile',
  'change-mail': 'acts.act-change-mail',
  'approve-permission': 'acts.act-approve-permission',
  'return-permission': 'acts.act-return-permission',
  'record-contact': 'acts.act-record-contact',
  'view-person': 'acts.act-view-person',
  'search-people': 'acts.act-search-people',
}
const BY = {
  self: 'acts.by-self',
  staff: 'acts.by-staff',
  unknown: 'acts.by-unknown',
} as const satisfies Readonly<Record<string, Key>>

/** V4: every act on the account, newest first; staff are told by their role alone. */
export function ActList() {
  const [after, setAfter] = useState<string>()
  const acts = useApi(signal => api.get('/api/me/acts', { query: { after, limit: 20 }, signal }), [after])
  return (
    <section aria-labelledby="acts">
      <H2 k="acts.title" id="acts" />
      <P k="acts.text" />
      <Paged of={acts} after={after} onGo={setAfter}>
        {items => (
          <>
            {items.length === 0 && <P k="acts.none" />}
            <ul class="act-list">
              {items.map(({ at, act, by }, index) => (
                <li key={index}>
                  <span class="act-list__when">
                    <Moment at={at} />
                  </span>
                  <Span k="acts.act-by" p={{ act: <T k={ACTS[act]} />, by: <T k={BY[by]} /> }} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Paged>
    </section>
  )
}
