import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { listApplicants as request } from '@asaichi/contract/identity/staff.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { selectApplicants } from '../store/people.ts'
import { personFiles } from './person-files.ts'

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
  const last = rows.length > limit ? page.at(-1) : undefined
  return done({
    items: await personFiles(db, cityId, page),
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
