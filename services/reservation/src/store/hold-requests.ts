import type { ClosingPlan } from '@asaichi/contract/reservation/closing-plan.ts'
import { newId } from '@asaichi/service/new-id.ts'
import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import type { Tables } from './schema.ts'

/** Whoever asks for more in a day is refused without a row. */
const MOST_OPEN = 20
const MOST_TOLD = 50

export type StaffDay = { readonly personId: string; readonly day: string }
export type Asked = StaffDay & {
  readonly cityId: string
  readonly plan: ClosingPlan
  readonly minutes: number
  readonly cancels: number
  readonly at: string
}

/** Minutes that somebody has taken alone on a day; nobody else adds to them before this transaction ends. */
export async function lockHoldMinutes(tx: Transaction<Tables>, { personId, day }: StaffDay): Promise<number> {
  await tx
    .insertInto('hold_minutes')
    .values({ person_id: personId, day, minutes: 0 })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  const { minutes } = await tx
    .selectFrom('hold_minutes')
    .select('minutes')
    .where('person_id', '=', personId)
    .where('day', '=', day)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return minutes
}

export async function keepHoldMinutes(
  tx: Transaction<Tables>,
  { personId, day }: StaffDay,
  minutes: number,
): Promise<void> {
  await tx
    .updateTable('hold_minutes')
    .set({ minutes })
    .where('person_id', '=', personId)
    .where('day', '=', day)
    .execute()
}

/** Uses up what a colleague allowed, and answers who. */
export async function useAllowance(
  tx: Transaction<Tables>,
  { personId, day, plan, at }: Asked,
): Promise<string | null> {
  const row = await tx
    .updateTable('hold_requests')
    .set({ used_at: at })
    .where('asked_by', '=', personId)
    .where('day', '=', day)
    .where(samePlan(plan))
    .where('used_at', 'is', null)
    .where('allowed_at', 'is not', null)
    .returning('allowed_by')
    .executeTakeFirst()
  return row?.allowed_by ?? null
}

/** Once for the same plan, however often it is pressed; under the lock of the day's minutes. */
export async function insertHoldRequest(tx: Transaction<Tables>, asked: Asked): Promise<void> {
  const { open } = await tx
    .selectFrom('hold_requests')
    .select(sql<number>`count(*)::int`.as('open'))
    .where('asked_by', '=', asked.personId)
    .where('day', '=', asked.day)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  if (open >= MOST_OPEN) return
  await tx
    .insertInto('hold_requests')
    .values({
      request_id: newId(),
      city_id: asked.cityId,
      asked_by: asked.personId,
      day: asked.day,
      plan: JSON.stringify(asked.plan),
      minutes: asked.minutes,
      cancels: asked.cancels,
      at: asked.at,
      allowed_by: null,
      allowed_at: null,
      used_at: null,
    })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** What is not done yet of what a city's staff asked for on a day. */
export async function findHoldRequests(db: Kysely<Tables>, cityId: string, day: string) {
  return db
    .selectFrom('hold_requests')
    .select(['request_id as requestId', 'asked_by as askedBy', 'plan', 'minutes', 'cancels', 'at'])
    .select('allowed_at as allowedAt')
    .where('city_id', '=', cityId)
    .where('day', '=', day)
    .where('used_at', 'is', null)
    .orderBy('at', 'desc')
    .limit(MOST_TOLD)
    .execute()
}

export async function findHoldRequest(db: Kysely<Tables>, requestId: string) {
  return db
    .selectFrom('hold_requests')
    .select(['city_id as cityId', 'asked_by as askedBy', 'day'])
    .where('request_id', '=', requestId)
    .executeTakeFirst()
}

/** Answers whether nobody had allowed it before. */
export async function allowRequest(
  tx: Transaction<Tables>,
  requestId: string,
  { by, at }: { readonly by: string; readonly at: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('hold_requests')
    .set({ allowed_by: by, allowed_at: at })
    .where('request_id', '=', requestId)
    .where('allowed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

function samePlan(plan: ClosingPlan) {
  return sql<boolean>`plan = ${JSON.stringify(plan)}::jsonb`
}
