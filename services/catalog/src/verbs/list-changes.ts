import type { listChanges as request } from '@asaichi/contract/catalog/settings.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { mayWrite } from '../domain/writer.ts'
import { selectChanges } from '../store/changes.ts'

export async function listChanges(
  { db }: Context,
  { actor, cityId, after, limit }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  if (!mayWrite(actor, cityId)) return refuse('not-found')
  const rows = await selectChanges(db, { cityId, after, limit: limit + 1 })
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  return done({ items: page.map(({ seq: _, ...row }) => row), next: last ? String(last.seq) : null })
}
