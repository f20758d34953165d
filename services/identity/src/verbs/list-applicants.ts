import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { listApplicants as request } from '@asaichi/contract/identity.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { selectApplicants, selectContacts } from '../store/permissions.ts'

/** M7: staff's queue of their own city, oldest application first. */
export async function listApplicants(
  { db }: Context,
  input: z.output<(typeof request)['input']>,
): Promise<OutcomeOf<typeof request>> {
  const { actor, status, limit } = input
  if (actor.role === 'resident') return refuse('not-allowed')
  const { cityId } = actor
  const after = placeOf(input.after)
  // One row more than asked for says whether there is another page.
  const rows = await selectApplicants(db, { cityId, status, after, limit: limit + 1 })
  const page = rows.slice(0, limit)
  const contacts = Map.groupBy(
    await selectContacts(
      db,
      cityId,
      page.map(row => row.personId),
    ),
    contact => contact.personId,
  )
  const last = rows.length > limit ? page.at(-1) : undefined
  return done({
    items: page.map(row => ({ ...row, contacts: contacts.get(row.personId) ?? [] })),
    next: last ? cursorOf(last) : null,
  })
}

function cursorOf(row: { readonly appliedAt: string | null; readonly personId: string }): string {
  return `${row.appliedAt === null ? 0 : Date.parse(row.appliedAt)}_${row.personId}`
}

function placeOf(cursor: string | undefined) {
  if (cursor === undefined) return undefined
  const [appliedMs = '0', personId = ''] = cursor.split('_')
  return { appliedMs: Number(appliedMs), personId }
}
