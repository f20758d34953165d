import type { Fact } from '@asaichi/bus/apply-event.ts'
import type { StaffAct } from '@asaichi/contract/staff-act.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import { recordTold } from '../store/audit.ts'
import type { Tables } from '../store/schema.ts'

/** V4: what staff did to a person's booking, its codes or a lottery entry, or told who has no mail, stands among the acts on that person. */
export async function keepStaffAct(tx: Transaction<Tables>, { id, at, data }: Fact<StaffAct>): Promise<void> {
  const { personId, ...did } = data
  await recordTold(tx, { factId: id, at, subjectId: personId, ...did })
}
