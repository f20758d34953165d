import { instantAt, localDateOf } from '@asaichi/calendar/instant.ts'
import { addDays } from '@asaichi/calendar/local-date.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import { schedule } from '@asaichi/store/due-work.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import { deleteRemains } from '../store/remains.ts'
import type { Tables } from '../store/schema.ts'

/** Once a night: away with what has passed. */
export async function tidy(tx: Transaction<Tables>): Promise<void> {
  await deleteRemains(tx)
  await tidyTomorrow(tx)
}

export async function tidyTomorrow(tx: Transaction<Tables>): Promise<void> {
  const tomorrow = addDays(localDateOf(await townNow(tx)), 1)
  await schedule(tx, { kind: 'tidy', key: 'nightly', dueAt: instantAt(tomorrow, '03:00') })
}
