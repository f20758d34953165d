import type { Transaction } from '@asaichi/store/database.ts'
import type { Tables } from '../store/schema.ts'
import { eraseWritten, findLiveOfPerson } from '../store/withdrawn.ts'
import { cancelByCity } from './cancel.ts'

const WITHDRAWN = '利用者が退会したため'

/** V11: a booking that was made while its owner withdrew is given up; then what the person wrote is erased. */
export async function forgetPerson(
  tx: Transaction<Tables>,
  { personId }: { readonly personId: string },
): Promise<void> {
  for (const reservationId of await findLiveOfPerson(tx, personId))
    await cancelByCity(tx, reservationId, WITHDRAWN)
  await eraseWritten(tx, personId)
}
