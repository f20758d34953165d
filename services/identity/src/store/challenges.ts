import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { type NotNull, sql } from 'kysely'
import { CODE_SECONDS, CODE_TRIES, CODES_PER_HOUR } from '../domain/limits.ts'
import { displayName } from './persons.ts'
import type { Tables } from './schema.ts'
import { townTime, townTimePlus } from './town-time.ts'

/** What a right code will open: a session of this person in this city, with a temporary password or not. */
export type Opening = {
  readonly personId: string
  readonly cityId: string
  readonly helpId: string | null
  /** V9: the session that asks for a second factor once more; null: a login. */
  readonly sessionId: string | null
}
export type Challenge = { readonly challengeId: string; readonly expiresAt: string }
export type Wait = { readonly nextAt: string; readonly retryAfterSeconds: number }

/** A20: when the next code may be sent: at once where there is nothing to wait for. Used codes do not count. */
export async function nextCodeAt(tx: Transaction<Tables>, personId: string): Promise<Wait | undefined> {
  const { rows } = await sql<Wait>`
    select issued_at + interval '1 hour' as "nextAt",
      greatest(1, ceil(extract(epoch from issued_at + interval '1 hour' - town_now())))::int as "retryAfterSeconds"
    from challenges
    where person_id = ${personId} and not used and issued_at > town_now() - interval '1 hour'
    order by issued_at desc, challenge_id offset ${CODES_PER_HOUR - 1} limit 1`.execute(tx)
  return rows[0]
}

/** M9, A17: a new code is the person's only one. */
export async function replaceChallenge(
  tx: Transaction<Tables>,
  challenge: Opening & { readonly challengeId: string },
): Promise<Challenge> {
  await endChallengesOf(tx, challenge.personId)
  return tx
    .insertInto('challenges')
    .values({
      challenge_id: challenge.challengeId,
      person_id: challenge.personId,
      city_id: challenge.cityId,
      issued_at: townTime,
      expires_at: townTimePlus(CODE_SECONDS),
      help_id: challenge.helpId,
      session_id: challenge.sessionId,
    })
    .returning(['challenge_id as challengeId', 'expires_at as expiresAt'])
    .executeTakeFirstOrThrow()
}

/**
 * M9: counts a try where one is left, before the code is looked at. Holds the row, so tries come one after another. The code of a login
 * is none for a session, and that of a session opens no other (V9).
 */
export async function countTry(
  tx: Transaction<Tables>,
  { challengeId, sessionId }: { readonly challengeId: string; readonly sessionId: string | null },
) {
  return tx
    .updateTable('challenges')
    .set(eb => ({ tries: eb('tries', '+', 1) }))
    .where('challenge_id', '=', challengeId)
    .where('session_id', 'is not distinct from', sessionId)
    .where('ended_at', 'is', null)
    .where('tries', '<', CODE_TRIES)
    .where('expires_at', '>', townTime)
    .returning(['person_id as personId', 'city_id as cityId', 'help_id as helpId', 'tries'])
    .executeTakeFirst()
}

export async function useChallenge(tx: Transaction<Tables>, challengeId: string): Promise<void> {
  await tx
    .updateTable('challenges')
    .set({ ended_at: townTime, used: true })
    .where('challenge_id', '=', challengeId)
    .execute()
}

export async function endChallengesOf(tx: Transaction<Tables>, personId: string): Promise<void> {
  await tx
    .updateTable('challenges')
    .set({ ended_at: townTime })
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .execute()
}

/** What the mail of a code is written from; who has no mail has no code (M9, W6). */
export async function findChallengeForMail(db: Kysely<Tables>, challengeId: string) {
  return db
    .selectFrom('challenges')
    .innerJoin('persons', 'persons.person_id', 'challenges.person_id')
    .select(eb => [
      'challenges.city_id as cityId',
      displayName,
      'persons.mail as mail',
      'persons.language as language',
      'challenges.expires_at as expiresAt',
      sql<'login' | 'step-up'>`case when challenges.session_id is null then 'login' else 'step-up' end`.as(
        'purpose',
      ),
      eb
        .and([eb('challenges.ended_at', 'is', null), eb('challenges.expires_at', '>', townTime)])
        .as('isLive'),
    ])
    .where('challenges.challenge_id', '=', challengeId)
    .where('persons.mail', 'is not', null)
    .$narrowType<{ mail: NotNull }>()
    .executeTakeFirst()
}
