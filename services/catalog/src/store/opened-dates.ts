import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import type { Tables } from './schema.ts'

/** M18: reservation applied the draw of the date. */
export async function openDate(
  tx: Transaction<Tables>,
  { cityId, date }: { readonly cityId: string; readonly date: string },
): Promise<void> {
  await tx
    .insertInto('opened_dates')
    .values({ city_id: cityId, use_date: date })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** The city's dates between two, both included, whose draw was applied. */
export async function openedDates(
  db: Kysely<Tables>,
  cityId: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('opened_dates')
    .select('use_date')
    .where('city_id', '=', cityId)
    .where('use_date', '>=', from)
    .where('use_date', '<=', to)
    .execute()
  return new Set(rows.map(row => row.use_date))
}
