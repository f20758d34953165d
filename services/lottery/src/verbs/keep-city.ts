import type { City } from '@asaichi/contract/catalog/city.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import { keepCity as keepCopy } from '../store/copies.ts'
import type { Tables } from '../store/schema.ts'
import { planRounds } from './plan-rounds.ts'

/** A city that is new or changed its windows gets its rounds at once; rounds already written down keep their dates. */
export async function keepCity(
  tx: Transaction<Tables>,
  { city, version }: { readonly city: City; readonly version: number },
): Promise<void> {
  if (await keepCopy(tx, city, version)) await planRounds(tx, city.cityId)
}
