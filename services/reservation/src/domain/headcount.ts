import { instantAt } from '@asaichi/calendar/instant.ts'
import { addDays } from '@asaichi/calendar/local-date.ts'
import type { HeadcountRules, PeopleKind } from '@asaichi/contract/catalog/headcount.ts'
import {
  type Headcount,
  type HeadcountForm,
  STAFF_HEADCOUNT_DAYS,
} from '@asaichi/contract/reservation/headcount.ts'
import type { Reservation } from '@asaichi/contract/reservation/reservation.ts'

type Rules = HeadcountRules | undefined

/** G15: the kinds a booking is asked for. Once written it keeps them, so that a correction loses no number the city has since renamed. */
export function kindsOf(
  { headcount }: Pick<Reservation, 'headcount'>,
  rules: Rules,
): readonly PeopleKind[] | undefined {
  return headcount?.kinds.map(({ people: _, ...kind }) => kind) ?? rules?.kinds
}

/** G15: until when it can be written and corrected: by the owner as the city says, by staff until the year's report is told. */
export function headcountUntil(
  { date }: Pick<Reservation, 'date'>,
  { rules, isOwner }: { readonly rules: Rules; readonly isOwner: boolean },
): string {
  return instantAt(addDays(date, isOwner ? (rules?.days ?? 0) : STAFF_HEADCOUNT_DAYS), '24:00')
}

/** One number for each kind, in the order of the kinds; undefined where one is missing, twice or unknown. */
export function countedKinds(
  kinds: readonly PeopleKind[],
  counts: HeadcountForm,
): Headcount['kinds'] | undefined {
  const people = new Map(counts.map(each => [each.kindId, each.people]))
  if (counts.length !== kinds.length || !kinds.every(({ kindId }) => people.has(kindId))) return undefined
  return kinds.map(kind => ({ ...kind, people: people.get(kind.kindId) ?? 0 }))
}

export function isSameCount(headcount: Headcount | undefined, kinds: Headcount['kinds']): boolean {
  return kinds.every(
    ({ kindId, people }) => headcount?.kinds.find(each => each.kindId === kindId)?.people === people,
  )
}
