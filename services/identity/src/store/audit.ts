import type { Actor } from '@asaichi/contract/actor.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import type { Tables } from './schema.ts'

export type ActName = 'approve-permission' | 'return-permission' | 'change-password'

/** V4: an act on a person's account, written in the transaction that does it. */
export async function recordAct(
  tx: Transaction<Tables>,
  actor: Actor,
  act: { readonly act: ActName; readonly subjectId: string },
): Promise<void> {
  await tx
    .insertInto('audit')
    .values({
      actor_id: actor.personId,
      actor_role: actor.role,
      city_id: actor.cityId,
      act: act.act,
      subject_id: act.subjectId,
    })
    .execute()
}
