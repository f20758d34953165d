import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import { MOST_DEVICES } from '../domain/limits.ts'
import type { Tables } from './schema.ts'
import { townTime } from './town-time.ts'

type Device = { readonly personId: string; readonly deviceId: string }

export async function isKnownDevice(db: Kysely<Tables>, { personId, deviceId }: Device): Promise<boolean> {
  const row = await db
    .selectFrom('known_devices')
    .select('device_id')
    .where('person_id', '=', personId)
    .where('device_id', '=', deviceId)
    .executeTakeFirst()
  return row !== undefined
}

/** Whether it was new. The person's row is locked; of more than twenty the one seen longest ago goes. */
export async function rememberDevice(
  tx: Transaction<Tables>,
  { personId, deviceId }: Device,
): Promise<boolean> {
  const isNew = !(await isKnownDevice(tx, { personId, deviceId }))
  await tx
    .insertInto('known_devices')
    .values({ person_id: personId, device_id: deviceId, seen_at: townTime })
    .onConflict(conflict => conflict.columns(['person_id', 'device_id']).doUpdateSet({ seen_at: townTime }))
    .execute()
  await sql`
    delete from known_devices where person_id = ${personId} and device_id in (
      select device_id from known_devices where person_id = ${personId}
      order by seen_at desc, device_id offset ${MOST_DEVICES})`.execute(tx)
  return isNew
}

export async function forgetDevicesOf(tx: Transaction<Tables>, personId: string): Promise<void> {
  await tx.deleteFrom('known_devices').where('person_id', '=', personId).execute()
}
