import type { Language } from '@asaichi/contract/actor.ts'
import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { displayName } from './persons.ts'
import type { Tables } from './schema.ts'
import { townTime } from './town-time.ts'

/** What stands where a person was. The number stays, for it is in what must be kept and becomes nobody else's. */
const NOBODY = {
  mail: null,
  name: '退会した人',
  kana: 'タイカイ',
  birth_date: '1900-01-01',
  postal_code: '',
  address: '',
  phone: '',
  group_name: null,
  press_key: null,
} as const

/** Keeps the address of the last mail apart; a person without one gets none. */
export async function insertWithdrawal(
  tx: Transaction<Tables>,
  { withdrawalId, personId, cityId }: Readonly<Record<'withdrawalId' | 'personId' | 'cityId', string>>,
): Promise<void> {
  await tx
    .insertInto('withdrawals')
    .columns(['withdrawal_id', 'city_id', 'name', 'mail', 'language', 'at'])
    .expression(eb =>
      eb
        .selectFrom('persons')
        .select([
          eb.val(withdrawalId).$castTo<string>().as('withdrawal_id'),
          eb.val(cityId).as('city_id'),
          displayName,
          eb.fn.coalesce('mail', eb.val('')).as('mail'),
          'language',
          townTime.as('at'),
        ])
        .where('person_id', '=', personId)
        .where('mail', 'is not', null),
    )
    .execute()
}

/** V11: nothing of the person is left here but the number, the city, ids, what was done (V4), and a password to be replaced. */
export async function erasePerson(tx: Transaction<Tables>, personId: string): Promise<void> {
  await tx
    .updateTable('persons')
    .set({ ...NOBODY, withdrawn_at: townTime })
    .where('person_id', '=', personId)
    .execute()
  for (const table of [
    'group_members',
    'contacts',
    'mail_changes',
    'known_devices',
    'second_factors',
  ] as const)
    await tx.deleteFrom(table).where('person_id', '=', personId).execute()
}

export async function isWithdrawn(db: Kysely<Tables>, personId: string): Promise<boolean> {
  const row = await db
    .selectFrom('persons')
    .select('person_id')
    .where('person_id', '=', personId)
    .where('withdrawn_at', 'is not', null)
    .executeTakeFirst()
  return row !== undefined
}

export async function findWithdrawal(
  db: Kysely<Tables>,
  withdrawalId: string,
): Promise<
  | { readonly cityId: string; readonly name: string; readonly mail: string; readonly language: Language }
  | undefined
> {
  return db
    .selectFrom('withdrawals')
    .select(['city_id as cityId', 'name', 'mail', 'language'])
    .where('withdrawal_id', '=', withdrawalId)
    .executeTakeFirst()
}
