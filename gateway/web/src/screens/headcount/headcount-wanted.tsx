import { addDays } from '@asaichi/calendar/local-date.ts'
import type { HeadcountRules } from '@asaichi/contract/catalog/headcount.ts'
import { Link } from 'wouter-preact'
import { api } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { useServerNow } from '../../api/use-server-now.ts'
import { When } from '../../i18n/format.tsx'
import { say } from '../../i18n/message.ts'
import { P } from '../../i18n/text.tsx'
import { dateAt } from '../../lib/tokyo.ts'
import { PlaceName } from '../../records/place-name.tsx'
import { Notice } from '../../ui/notice.tsx'
import { reservationPath } from '../own/paths.ts'

const MINUTE = 60_000
const LOOKED_AT = 20
const MOST_SHOWN = 5

/** R15, G15: uses that are over and wait for their number of people, the newest first; nothing where none does. */
export function HeadcountWanted({ rules }: { readonly rules: HeadcountRules }) {
  const now = useServerNow(MINUTE)
  const { value } = useApi(
    signal => api.get('/api/reservations', { query: { status: ['used'], limit: LOOKED_AT }, signal }),
    [],
  )
  if (!value || now === undefined) return null
  const today = dateAt(new Date(now).toISOString())
  const wanted = value.items.filter(one => !one.headcount && today <= addDays(one.date, rules.days))
  if (wanted.length === 0) return null
  return (
    <Notice tone="info" title={say('headcount.wanted-title')}>
      <P k="headcount.wanted" />
      <ul class="links">
        {wanted.slice(0, MOST_SHOWN).map(one => (
          <li key={one.reservationId}>
            <Link href={reservationPath(one.reservationId)}>
              <When {...one} short /> <PlaceName of={one} />
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
