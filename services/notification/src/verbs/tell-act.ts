import { emit } from '@asaichi/bus/emit.ts'
import type { Actor } from '@asaichi/contract/actor.ts'
import { staffActed } from '@asaichi/contract/notification/mails.ts'
import type { StaffAct } from '@asaichi/contract/staff-act.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import type { Tables } from '../store/schema.ts'

type Did = {
  readonly actor: Actor
  readonly act: StaffAct['act']
  readonly mailId: string
  readonly personId: string
}

/** V4: an act of staff on who has no mail, beside what it did. */
export async function tellAct(tx: Transaction<Tables>, { actor, act, mailId, personId }: Did): Promise<void> {
  const { personId: staffId, cityId } = actor
  await emit(tx, staffActed, {
    aggregateId: mailId,
    version: 1,
    data: { act, staffId, cityId, personId, aboutId: null },
  })
}
