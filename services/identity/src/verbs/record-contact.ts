import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { recordContact as request } from '@asaichi/contract/identity/staff.ts'
import { newId } from '@asaichi/service/new-id.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { recordAct } from '../store/audit.ts'
import { insertContact, lockPermission, selectContacts } from '../store/permissions.ts'

/** M7: a call or SMS on the log of an applicant of the own city, before any decision and without one. */
export async function recordContact(
  { db }: Context,
  { actor, personId, by, outcome, note }: z.output<(typeof request)['input']>,
): Promise<OutcomeOf<typeof request>> {
  if (actor.role === 'resident') return refuse('not-allowed')
  const key = { personId, cityId: actor.cityId }
  return db.transaction().execute(async tx => {
    if (!(await lockPermission(tx, key))) return refuse('not-found')
    await insertContact(tx, {
      ...key,
      contactId: newId(),
      staffId: actor.personId,
      by,
      outcome,
      note,
    })
    await recordAct(tx, actor, { act: 'record-contact', subjectId: personId })
    const log = await selectContacts(tx, actor.cityId, [personId])
    return done({ contacts: log.map(({ personId: _, ...contact }) => contact) })
  })
}
