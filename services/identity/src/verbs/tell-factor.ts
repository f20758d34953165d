import { emit } from '@asaichi/bus/emit.ts'
import { secondFactorChanged } from '@asaichi/contract/identity/second-factor.ts'
import { newId } from '@asaichi/service/new-id.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import type { Tables } from '../store/schema.ts'

type Told = Omit<z.output<(typeof secondFactorChanged)['data']>, 'changeId'>

/** V4: the person is mailed what became of their second factor. */
export async function tellFactor(tx: Transaction<Tables>, told: Told): Promise<void> {
  const changeId = newId()
  await emit(tx, secondFactorChanged, { aggregateId: changeId, version: 1, data: { changeId, ...told } })
}
