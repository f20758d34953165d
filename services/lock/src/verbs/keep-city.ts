import type { City } from '@asaichi/contract/catalog/city.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import { keepPolicy } from '../store/catalog-copy.ts'
import { findWaiting } from '../store/grants.ts'
import type { Tables } from '../store/schema.ts'
import { drawSoon } from './draw-soon.ts'

/** The city's digits and margins hold for grants from now on. A copy a minute old draws a valid code of the former length. */
export async function keepCity(
  tx: Transaction<Tables>,
  { city, version }: { readonly city: City; readonly version: number },
): Promise<void> {
  if (!(await keepPolicy(tx, city, version))) return
  const waiting = await findWaiting(tx, { cityId: city.cityId })
  await drawSoon(tx, waiting, `city-${version}`)
}
