import type { RouteAt, ValueOf } from '../../../api/routes.ts'
import { BirthDate } from '../../../records/birth-date.tsx'
import { stateOf } from '../../../ui/state/states.ts'
import { StatusBadge } from '../../../ui/state/status-badge.tsx'

type Found = ValueOf<RouteAt<'post', '/api/staff/people/search'>>['items'][number]

/** Who a found person is: the group before who speaks for it, then what tells namesakes apart. */
export function PersonLines({ person }: { readonly person: Found }) {
  const { name, kana, groupName, birthDate, memberNumber, phone, status } = person
  return (
    <div>
      <p lang="ja">
        <strong>{groupName ?? name}</strong>
        {groupName !== null && ` ${name}`}（{kana}）
      </p>
      <p class="soft">
        {memberNumber} <BirthDate date={birthDate} /> <span class="nowrap">{phone}</span>
      </p>
      <p>
        <StatusBadge state={stateOf('permission', status)} />
      </p>
    </div>
  )
}
