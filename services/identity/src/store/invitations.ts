import type { Language } from '@asaichi/contract/actor.ts'
import type { TeamRole } from '@asaichi/contract/identity/team.ts'
import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import { INVITATION_SECONDS } from '../domain/limits.ts'
import type { Tables } from './schema.ts'
import { townTime, townTimePlus } from './town-time.ts'

export type Invited = {
  readonly invitationId: string
  readonly cityId: string
  readonly mail: string
  readonly role: TeamRole
  readonly language: Language
  readonly expiresAt: string
}

const COLUMNS = [
  'invitation_id as invitationId',
  'city_id as cityId',
  'mail',
  'role',
  'language',
  'expires_at as expiresAt',
] as const

/** The only link of this address to this team. */
export async function replaceInvitation(
  tx: Transaction<Tables>,
  invited: Omit<Invited, 'expiresAt'>,
): Promise<Invited> {
  const { cityId, mail } = invited
  // Two at once take turns, so that the second finds the first one's link and ends it.
  await sql`select pg_advisory_xact_lock(hashtextextended(${cityId} || plain_mail(${mail}), 0))`.execute(tx)
  await tx
    .updateTable('invitations')
    .set({ ended_at: townTime })
    .where('city_id', '=', cityId)
    .where('mail_key', '=', sql<string>`plain_mail(${mail})`)
    .where('ended_at', 'is', null)
    .execute()
  return tx
    .insertInto('invitations')
    .values({
      invitation_id: invited.invitationId,
      city_id: cityId,
      mail,
      role: invited.role,
      language: invited.language,
      invited_at: townTime,
      expires_at: townTimePlus(INVITATION_SECONDS),
    })
    .returning(COLUMNS)
    .executeTakeFirstOrThrow()
}

export async function findLiveInvitation(
  db: Kysely<Tables>,
  invitationId: string,
): Promise<Invited | undefined> {
  return db
    .selectFrom('invitations')
    .select(COLUMNS)
    .where('invitation_id', '=', invitationId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', townTime)
    .executeTakeFirst()
}

/** Ends one that could be used; of two at once, the second finds nothing. */
export async function takeInvitation(
  tx: Transaction<Tables>,
  invitationId: string,
): Promise<Invited | undefined> {
  return tx
    .updateTable('invitations')
    .set({ ended_at: townTime })
    .where('invitation_id', '=', invitationId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', townTime)
    .returning(COLUMNS)
    .executeTakeFirst()
}

/** Of a city those that wait, and those of the last days that nobody used; newest first. */
export async function selectInvitations(db: Kysely<Tables>, cityId: string) {
  return db
    .selectFrom('invitations')
    .select(['invitation_id as invitationId', 'mail', 'role', 'expires_at as expiresAt'])
    .select(sql<boolean>`expires_at <= town_now()`.as('isOver'))
    .where('city_id', '=', cityId)
    .where('ended_at', 'is', null)
    .orderBy('invitation_id', 'desc')
    .execute()
}

/** Answers its role where it waited, or was over and unused. */
export async function endInvitation(
  tx: Transaction<Tables>,
  key: { readonly invitationId: string; readonly cityId: string },
): Promise<TeamRole | undefined> {
  const row = await tx
    .updateTable('invitations')
    .set({ ended_at: townTime })
    .where('invitation_id', '=', key.invitationId)
    .where('city_id', '=', key.cityId)
    .where('ended_at', 'is', null)
    .returning('role')
    .executeTakeFirst()
  return row?.role
}
