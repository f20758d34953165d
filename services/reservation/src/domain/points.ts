import { instantAt, localDateOf } from '@asaichi/calendar/instant.ts'
import { addDays } from '@asaichi/calendar/local-date.ts'
import type { PointRules } from '@asaichi/contract/catalog/points.ts'
import type { Point } from '@asaichi/contract/reservation/points.ts'

type Counted = Pick<Point, 'points' | 'at' | 'waivedAt'>

/**
 * G8: what counts on the day of `now`, and until when its person is banned. A ban begins with the point that reaches the number
 * and is nowhere written down: whatever is waived, or however the city changes its rules, it follows from the rows.
 */
export function standingOf(
  points: readonly Counted[],
  rules: PointRules,
  now: string,
): { readonly counted: number; readonly bannedUntil: string | undefined } {
  const living = points.filter(({ waivedAt }) => waivedAt === null)
  const ends = living
    .filter(({ at }) => countedAt(living, rules, at) >= rules.bannedAt)
    .map(({ at }) => endOfBan(rules, at))
  const last = ends.toSorted().at(-1)
  const bannedUntil = last !== undefined && now < last ? last : undefined
  return { counted: countedAt(living, rules, now), bannedUntil }
}

/** From this moment on a cancel of a use on the date is late; undefined where the city gives nothing for one. */
export function lateFrom({ lateCancel }: Pick<PointRules, 'lateCancel'>, date: string): string | undefined {
  return lateCancel && instantAt(addDays(date, -lateCancel.withinDays), '00:00')
}

function countedAt(living: readonly Counted[], { countedDays }: PointRules, moment: string): number {
  const first = instantAt(addDays(localDateOf(moment), 1 - countedDays), '00:00')
  return living.filter(({ at }) => first <= at && at <= moment).reduce((sum, { points }) => sum + points, 0)
}

function endOfBan({ banDays }: PointRules, at: string): string {
  return instantAt(addDays(localDateOf(at), banDays), '24:00')
}
