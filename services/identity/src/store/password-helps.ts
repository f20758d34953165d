import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import type { NotNull } from 'kysely'
import { HELP_SECONDS } from '../domain/limits.ts'
import { displayName } from './persons.ts'
import type { Tables } from './schema.ts'
import { townTime, townTimePlus } from './town-time.ts'

/** How many temporary passwords were mailed to the person within the last hour. */
export async function countRecentHelps(tx: Transaction<Tables>, personId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('password_helps')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('person_id', '=', personId)
    .where('asked_at', '>', townTimePlus(-3_600))
    .executeTakeFirstOrThrow()
  return Number(count)
}

export async function insertHelp(
  tx: Transaction<Tables>,
  help: { readonly helpId: string; readonly cityId: string; readonly personId: string | null },
): Promise<void> {
  await tx
    .insertInto('password_helps')
    .values({
      help_id: help.helpId,
      city_id: help.cityId,
      person_id: help.personId,
      asked_at: townTime,
      expires_at: townTimePlus(HELP_SECONDS),
    })
    .execute()
}

/** A34: of a person's temporary passwords only the newest counts, and none once a new password is set. */
export async function endHelpsOf(tx: Transaction<Tables>, personId: string): Promise<void> {
  await tx
    .updateTable('password_helps')
    .set({ ended_at: townTime })
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .execute()
}

/** A34: takes a temporary password that still counts; of two at once, the second finds nothing. */
export async function useHelp(tx: Transaction<Tables>, helpId: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('password_helps')
    .set({ ended_at: townTime })
    .where('help_id', '=', helpId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', townTime)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** What mail A is written from. */
export async function findHelpForMail(db: Kysely<Tables>, helpId: string) {
  return db
    .selectFrom('password_helps as h')
    .innerJoin('persons as p', 'p.person_id', 'h.person_id')
    .select(eb => [
      'h.city_id as cityId',
      displayName,
      'p.mail as mail',
      'p.language as language',
      'h.expires_at as expiresAt',
      eb.and([eb('h.ended_at', 'is', null), eb('h.expires_at', '>', townTime)]).as('isLive'),
    ])
    .where('h.help_id', '=', helpId)
    .where('p.mail', 'is not', null)
    .$narrowType<{ mail: NotNull }>()
    .executeTakeFirst()
}
