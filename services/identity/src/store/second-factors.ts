import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import type { Tables } from './schema.ts'
import { townTime } from './town-time.ts'

/** M9: whether a login of this person asks for an app's code. */
export async function hasApp(db: Kysely<Tables>, personId: string): Promise<boolean> {
  const row = await db
    .selectFrom('second_factors')
    .select('person_id')
    .where('person_id', '=', personId)
    .where('enrolled_at', 'is not', null)
    .executeTakeFirst()
  return row !== undefined
}

export type App = { readonly sealed: Buffer; readonly lastStep: number }

/** Holds the row until the transaction ends: of two logins with one code, the second sees the step that the first has taken. */
export async function lockApp(tx: Transaction<Tables>, personId: string): Promise<App | undefined> {
  const row = await tx
    .selectFrom('second_factors')
    .select(['sealed', 'last_step as lastStep'])
    .where('person_id', '=', personId)
    .forUpdate()
    .executeTakeFirst()
  return row && row.sealed !== null ? { sealed: row.sealed, lastStep: row.lastStep } : undefined
}

export async function takeStep(tx: Transaction<Tables>, personId: string, step: number): Promise<void> {
  await tx.updateTable('second_factors').set({ last_step: step }).where('person_id', '=', personId).execute()
}

/** Whether it was one of the person's, and had not been used; it is now. */
export async function useRecoveryCode(
  tx: Transaction<Tables>,
  { personId, codeHash }: { readonly personId: string; readonly codeHash: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('recovery_codes')
    .set({ used_at: townTime })
    .where('person_id', '=', personId)
    .where('code_hash', '=', codeHash)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The secret that waits for its first code; the app of before goes on meanwhile. */
export async function offerApp(
  db: Kysely<Tables>,
  { personId, offered }: { readonly personId: string; readonly offered: Buffer },
): Promise<void> {
  await db
    .insertInto('second_factors')
    .values({ person_id: personId, offered })
    .onConflict(conflict => conflict.column('person_id').doUpdateSet({ offered }))
    .execute()
}

export async function lockOffered(tx: Transaction<Tables>, personId: string): Promise<Buffer | undefined> {
  const row = await tx
    .selectFrom('second_factors')
    .select('offered')
    .where('person_id', '=', personId)
    .forUpdate()
    .executeTakeFirst()
  return row?.offered ?? undefined
}

/** The offered secret is the app's from now on, and these are its only recovery codes. */
export async function enrolApp(
  tx: Transaction<Tables>,
  {
    personId,
    step,
    codeHashes,
  }: { readonly personId: string; readonly step: number; readonly codeHashes: readonly string[] },
): Promise<void> {
  await tx
    .updateTable('second_factors')
    .set(eb => ({ sealed: eb.ref('offered'), offered: null, enrolled_at: townTime, last_step: step }))
    .where('person_id', '=', personId)
    .execute()
  await tx.deleteFrom('recovery_codes').where('person_id', '=', personId).execute()
  await tx
    .insertInto('recovery_codes')
    .values(codeHashes.map(code_hash => ({ person_id: personId, code_hash })))
    .execute()
}

/** Whether there was one. */
export async function forgetApp(tx: Transaction<Tables>, personId: string): Promise<boolean> {
  const row = await tx
    .deleteFrom('second_factors')
    .where('person_id', '=', personId)
    .returning('enrolled_at as enrolledAt')
    .executeTakeFirst()
  return row !== undefined && row.enrolledAt !== null
}

export async function findApp(db: Kysely<Tables>, personId: string) {
  return db
    .selectFrom('second_factors as f')
    .select(eb => [
      'f.enrolled_at as enrolledAt',
      eb
        .selectFrom('recovery_codes as c')
        .select(count => count.fn.countAll<number>().as('left'))
        .whereRef('c.person_id', '=', 'f.person_id')
        .where('c.used_at', 'is', null)
        .as('codesLeft'),
    ])
    .where('f.person_id', '=', personId)
    .executeTakeFirst()
}
