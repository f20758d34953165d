import type { ActName } from '@asaichi/contract/identity/profile.ts'
import { useState } from 'preact/hooks'
import { api } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import type { Key } from '../../i18n/catalogue.ts'
import { Moment } from '../../i18n/format.tsx'
import { H2, P, Span, T } from '../../i18n/text.tsx'
import { Paged } from '../shared/paged.tsx'

const ACTS: Readonly<Record<ActName, Key>> = {
  'log-in': 'member.act-log-in',
  'wrong-passwords': 'member.act-wrong-passwords',
  'change-password': 'member.act-change-password',
  'change-profile': 'member.act-change-profile',
  'change-mail': 'member.act-change-mail',
  'approve-permission': 'member.act-approve-permission',
  'return-permission': 'member.act-return-permission',
  'record-contact': 'member.act-record-contact',
  'view-person': 'member.act-view-person',
  'search-people': 'member.act-search-people',
}
const BY = {
  self: 'member.by-self',
  staff: 'member.by-staff',
  unknown: 'member.by-unknown',
} as const satisfies Readonly<Record<string, Key>>

/** V4: every act on the account, newest first; staff are told by their role alone. */
export function ActList() {
  const [after, setAfter] = useState<string>()
  const acts = useApi(signal => api.get('/api/me/acts', { query: { after, limit: 20 }, signal }), [after])
  return (
    <section aria-labelledby="acts">
      <H2 k="member.acts-title" id="acts" />
      <P k="member.acts-text" />
      <Paged of={acts} after={after} onGo={setAfter}>
        {items => (
          <>
            {items.length === 0 && <P k="member.acts-none" />}
            <ul class="act-list">
              {items.map(({ at, act, by }, index) => (
                <li key={index}>
                  <span class="act-list__when">
                    <Moment at={at} />
                  </span>
                  <Span k="member.act-by" p={{ act: <T k={ACTS[act]} />, by: <T k={BY[by]} /> }} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Paged>
    </section>
  )
}
