import type { Actor } from '@asaichi/contract/actor.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import { recordAct } from '../store/audit.ts'
import type { Tables } from '../store/schema.ts'
import { tellFactor } from './tell-factor.ts'

/** V4: one of ten is gone, and whoever did not use it learns so. */
export async function noteRecoveryCode(tx: Transaction<Tables>, actor: Actor): Promise<void> {
  const { personId, cityId } = actor
  await recordAct(tx, actor, { act: 'use-recovery-code', subjectId: personId })
  await tellFactor(tx, { personId, cityId, change: 'recovery-code-used' })
}
