import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { CODE_SECONDS, CODE_TRIES } from '../domain/limits.ts'
import { displayName } from './persons.ts'
import type { Tables } from './schema.ts'
import { townTime, townTimePlus } from './town-time.ts'

/** What a right code will open: a session of this person in this city, with a temporary password or not. */
export type Opening = {
  readonly personId: string
  readonly cityId: string
  readonly helpId: string | null
}
export type Challenge = { readonly challengeId: string; readonly expiresAt: string }

/** A20: how many codes the person was sent within the last hour, and the one that can still be used for this city and help (A35). */
export async function recentChallenges(
  tx: Transaction<Tables>,
  { personId, cityId, helpId }: Opening,
): Promise<{ readonly count: number; readonly live: Challenge | undefined }> {
  const rows = await tx
    .selectFrom('challenges')
    .select(eb => [
      'challenge_id as challengeId',
      'expires_at as expiresAt',
      'city_id as cityId',
      'help_id as helpId',
      eb
        .and([eb('ended_at', 'is', null), eb('tries', '<', CODE_TRIES), eb('expires_at', '>', townTime)])
        .as('isLive'),
    ])
    .where('person_id', '=', personId)
    .where('issued_at', '>', townTimePlus(-3_600))
    .execute()
  return {
    count: rows.length,
    live: rows.find(row => row.isLive && row.cityId === cityId && row.helpId === helpId),
  }
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
    })
    .returning(['challenge_id as challengeId', 'expires_at as expiresAt'])
    .executeTakeFirstOrThrow()
}

/** M9: counts a try where one is left, before the code is looked at. Holds the row, so tries come one after another. */
export async function countTry(tx: Transaction<Tables>, challengeId: string) {
  return tx
    .updateTable('challenges')
    .set(eb => ({ tries: eb('tries', '+', 1) }))
    .where('challenge_id', '=', challengeId)
    .where('ended_at', 'is', null)
    .where('tries', '<', CODE_TRIES)
    .where('expires_at', '>', townTime)
    .returning(['person_id as personId', 'city_id as cityId', 'help_id as helpId', 'tries'])
    .executeTakeFirst()
}

export async function endChallenge(tx: Transaction<Tables>, challengeId: string): Promise<void> {
  await tx
    .updateTable('challenges')
    .set({ ended_at: townTime })
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

/** What the mail of a code is written from. */
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
      eb
        .and([eb('challenges.ended_at', 'is', null), eb('challenges.expires_at', '>', townTime)])
        .as('isLive'),
    ])
    .where('challenges.challenge_id', '=', challengeId)
    .executeTakeFirst()
}
