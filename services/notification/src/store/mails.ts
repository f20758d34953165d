import { newId } from '@asaichi/service/new-id.ts'
import { currentTrace } from '@asaichi/service/trace.ts'
import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import type { Lane } from '../domain/lanes.ts'
import { FEWEST_TRIES } from '../domain/retry.ts'
import type { Status, Tables } from './schema.ts'

/** A delivery may take half an hour (RFC 5321 4.5.3.2), so its sender renews the lease; a dead one's mail is soon taken over. */
export const LEASE_MS = 60_000

/** A mail to be sent: of what, and of which version of the fact, so that the same fact told twice is one mail. */
export type Queued = {
  readonly subjectId: string
  readonly version: number
  readonly personId?: string
  readonly cityId?: string
  readonly outcome?: string
}

/** What of its row a mail asks its facts with. */
export type Asked = {
  readonly mailId: string
  readonly kind: string
  readonly subjectId: string
  readonly personId: string | null
  readonly cityId: string | null
  readonly outcome: string | null
}

/** A mail one sender holds until its lease ends; nobody else marks it meanwhile. */
export type HeldMail = Asked & {
  readonly lease: string
  readonly attempts: number
  /** How many tries ended in doubt, those of dead senders among them. */
  readonly unclear: number
  /** Until it is given up where its fact names no end of its own. */
  readonly patienceMs: number
  /** In which it was queued. */
  readonly traceparent: string | null
}

/** What was queued before is not queued again. */
export async function insertMails(
  tx: Transaction<Tables>,
  { kind, lane }: { readonly kind: string; readonly lane: Lane },
  mails: readonly Queued[],
): Promise<void> {
  if (mails.length === 0) return
  const traceparent = currentTrace() ?? null
  await tx
    .insertInto('mails')
    .values(
      mails.map(mail => ({
        mail_id: newId(),
        kind,
        subject_id: mail.subjectId,
        version: mail.version,
        person_id: mail.personId ?? null,
        city_id: mail.cityId ?? null,
        outcome: mail.outcome ?? null,
        lane,
        traceparent,
      })),
    )
    .onConflict(conflict => conflict.columns(['kind', 'subject_id', 'version']).doNothing())
    .execute()
  await sql`select pg_notify(current_schema() || '_mails', '')`.execute(tx)
}

/** Takes up to `most` mails of a lane that are due, in the order they became so; a lease that has ended is due again. */
export async function claimMails(
  db: Kysely<Tables>,
  { lane, most }: { readonly lane: Lane; readonly most: number },
): Promise<readonly HeldMail[]> {
  const { rows } = await sql<HeldMail>`
    with due as materialized (
      select mail_id from mails where lane = ${lane} and status = 'waiting' and next_try_at <= clock_timestamp()
      order by next_try_at, mail_id limit ${most} for update skip locked)
    update mails set lease = gen_random_uuid(), attempts = attempts + 1, tried_at = clock_timestamp(),
      unclear = unclear + (lease is not null)::int,
      next_try_at = clock_timestamp() + ${LEASE_MS} * interval '1 millisecond'
    from due where mails.mail_id = due.mail_id
    returning mails.mail_id as "mailId", lease, kind, subject_id as "subjectId", person_id as "personId",
      city_id as "cityId", outcome, attempts, unclear, traceparent,
      extract(epoch from give_up_at - clock_timestamp())::float8 * 1000 as "patienceMs"`.execute(db)
  return rows
}

/** Keeps mails that are still on their way from being taken over. */
export async function renewLeases(db: Kysely<Tables>, held: readonly HeldMail[]): Promise<void> {
  if (held.length === 0) return
  await sql`
    update mails set next_try_at = clock_timestamp() + ${LEASE_MS} * interval '1 millisecond'
    where mail_id = any(${held.map(mail => mail.mailId)}::uuid[])
      and lease = any(${held.map(mail => mail.lease)}::uuid[]) and status = 'waiting'`.execute(db)
}

export type Settling =
  | { readonly status: 'sent' | 'to-tell' }
  | { readonly status: 'failed' | 'dropped'; readonly error: string }
  | { readonly status: 'waiting'; readonly error: string; readonly delayMs: number }

/** Writes down how a held mail went; false where the lease was lost and another sender has it. */
export async function settleMail(
  tx: Transaction<Tables>,
  held: HeldMail,
  settling: Settling & { readonly cityId: string | null; readonly unclear: number },
): Promise<boolean> {
  const delayMs = settling.status === 'waiting' ? settling.delayMs : 0
  const { numUpdatedRows } = await tx
    .updateTable('mails')
    .set({
      status: settling.status,
      lease: null,
      city_id: settling.cityId,
      unclear: settling.unclear,
      last_error: 'error' in settling ? settling.error : null,
      next_try_at: sql`clock_timestamp() + ${delayMs} * interval '1 millisecond'`,
      ...(settling.status === 'sent' && { sent_at: sql<string>`town_now()` }),
    })
    .where('mail_id', '=', held.mailId)
    .where('lease', '=', held.lease)
    .where('status', '=', 'waiting')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** How long the town's clock waits for a first try: a slow mail server must not hold it for half an hour. */
const FIRST_TRY_MS = 60_000

/** Whether some mail has not been tried to the end even once: the town's clock waits for it, but not for a mail server that is away. */
export async function hasUntriedMail(db: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql`
    select 1 from mails where status = 'waiting'
      and (attempts = 0 or (attempts = 1 and lease is not null
           and tried_at > clock_timestamp() - ${FIRST_TRY_MS} * interval '1 millisecond')) limit 1`.execute(
    db,
  )
  return rows.length > 0
}

/** What waits in each lane that has any, and how old the oldest of it is by the town's time. */
export async function countWaiting(
  db: Kysely<Tables>,
): Promise<readonly { readonly lane: Lane; readonly mails: number; readonly oldest: number }[]> {
  const { rows } = await sql<{ lane: Lane; mails: number; oldest: number }>`
    select lane, count(*)::int as mails, greatest(0, extract(epoch from town_now() - min(queued_at)))::float8 as oldest
    from mails where status = 'waiting' group by lane`.execute(db)
  return rows
}

export async function findMails(
  db: Kysely<Tables>,
  filter: {
    readonly cityId: string
    readonly status: Status | 'undelivered' | 'letters' | undefined
    readonly personId: string | undefined
    readonly limit: number
  },
) {
  let query = db.selectFrom('mails').selectAll().where('city_id', '=', filter.cityId)
  const { status, personId } = filter
  if (personId !== undefined) query = query.where('person_id', '=', personId)
  if (status === 'undelivered')
    query = query.where(eb =>
      eb.or([
        eb('status', '=', 'failed'),
        eb.and([eb('status', '=', 'waiting'), eb('attempts', '>=', FEWEST_TRIES)]),
      ]),
    )
  else if (status === 'letters') query = query.where('status', 'in', ['to-tell', 'told'])
  else if (status) query = query.where('status', '=', status)
  return query
    .orderBy('mail_id', status === 'to-tell' ? 'asc' : 'desc')
    .limit(filter.limit)
    .execute()
}

/** V10: the newest first. */
export async function findMailsOf(db: Kysely<Tables>, personId: string, limit: number) {
  return db
    .selectFrom('mails')
    .select(['kind', 'status', 'queued_at as queuedAt', 'sent_at as sentAt'])
    .where('person_id', '=', personId)
    .orderBy('mail_id', 'desc')
    .limit(limit)
    .execute()
}

/** W6: what was to be told may be mailed once the person has an address. */
const RETRIED: readonly Status[] = ['failed', 'waiting', 'to-tell']

/** Begins anew with a mail of the city; one on its way is left to its sender. Answers the status it had. */
export async function reviveMail(
  tx: Transaction<Tables>,
  { mailId, cityId }: { readonly mailId: string; readonly cityId: string },
): Promise<Status | undefined> {
  const found = await tx
    .selectFrom('mails')
    .select('status')
    .where('mail_id', '=', mailId)
    .where('city_id', '=', cityId)
    .forUpdate()
    .executeTakeFirst()
  if (found === undefined || !RETRIED.includes(found.status)) return found?.status
  await sql`
    update mails set status = 'waiting', attempts = 0, unclear = 0, next_try_at = clock_timestamp(),
      give_up_at = clock_timestamp() + interval '5 days'
    where mail_id = ${mailId} and lease is null`.execute(tx)
  await sql`select pg_notify(current_schema() || '_mails', '')`.execute(tx)
  return found.status
}
