import { done, type OutcomeOf } from '@asaichi/contract/define.ts'
import type { listMyMails as request } from '@asaichi/contract/notification/own-data.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import { findMailsOf } from '../store/mails.ts'
import type { Tables } from '../store/schema.ts'
import { nameOf } from './list-mails.ts'

const MOST = 1_000

/** V10: mails about one person alone, wherever they were queued. */
export async function listMyMails(
  db: Kysely<Tables>,
  { actor }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  const rows = await findMailsOf(db, actor.personId, MOST)
  return done({
    items: rows.map(({ kind, status, queuedAt, sentAt }) => ({ ...nameOf(kind), status, queuedAt, sentAt })),
  })
}
