import type { ActOnPerson } from '@asaichi/contract/identity/profile.ts'
import { useState } from 'preact/hooks'
import { api } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import type { Key } from '../../i18n/catalogue.ts'
import { Moment } from '../../i18n/format.tsx'
import { H2, P, Span, T } from '../../i18n/text.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { entryPath, reservationPath } from '../own/paths.ts'
import { Paged } from '../shared/paged.tsx'

const ACTS: Readonly<Record<ActOnPerson, Key>> = {
  'log-in': 'session.act-log-in',
  'wrong-passwords': 'session.act-wrong-passwords',
  'change-password': 'session.act-change-password',
  'change-profile': 'session.act-change-profile',
  'change-mail': 'session.act-change-mail',
  'approve-permission': 'session.act-approve-permission',
  'return-permission': 'session.act-return-permission',
  'record-contact': 'session.act-record-contact',
  'view-person': 'session.act-view-person',
  'search-people': 'session.act-search-people',
  'book-for': 'session.act-book-for',
  'approve-booking': 'session.act-approve-booking',
  'refuse-booking': 'session.act-refuse-booking',
  'cancel-booking': 'session.act-cancel-booking',
  'mark-no-show': 'session.act-mark-no-show',
  'waive-points': 'session.act-waive-points',
  'reduce-fee': 'session.act-reduce-fee',
  'reissue-codes': 'session.act-reissue-codes',
  'enter-for': 'session.act-enter-for',
  'register-person': 'session.act-register-person',
  'open-letter': 'session.act-open-letter',
  'tell-person': 'session.act-tell-person',
  'suspend-permission': 'session.act-suspend-permission',
  'lift-suspension': 'session.act-lift-suspension',
  'change-class': 'session.act-change-class',
  'sign-out': 'session.act-sign-out',
  'send-password-help': 'session.act-send-password-help',
  'enrol-second-factor': 'session.act-enrol-second-factor',
  'use-recovery-code': 'session.act-use-recovery-code',
  withdraw: 'session.act-withdraw',
  'remove-second-factor': 'session.act-remove-second-factor',
  'accept-invitation': 'session.act-accept-invitation',
  'change-role': 'session.act-change-role',
  'remove-member': 'session.act-remove-member',
}
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
                  <Span k="session.act-by" p={{ act: <T k={ACTS[act]} />, by: <T k={BY[by]} /> }} />
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
