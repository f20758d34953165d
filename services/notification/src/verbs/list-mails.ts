import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { listMails as request } from '@asaichi/contract/notification/mails.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import { MAILS } from '../mails/all.ts'
import { findMails } from '../store/mails.ts'
import type { Tables } from '../store/schema.ts'

/** The newest mails of the staff member's own city; a login code belongs to a city once its facts were read. */
export async function listMails(
  db: Kysely<Tables>,
  { actor, status, personId, limit }: z.output<(typeof request)['input']>,
): Promise<OutcomeOf<typeof request>> {
  if (actor.role === 'resident') return refuse('not-allowed')
  const rows = await findMails(db, { cityId: actor.cityId, status, personId, limit })
  return done({
    items: rows.map(row => ({
      mailId: row.mail_id,
      kind: row.kind,
      ...nameOf(row.kind),
      cityId: actor.cityId,
      subjectId: row.subject_id,
      personId: row.person_id,
      status: row.status,
      attempts: row.attempts,
      lastError: row.last_error,
      queuedAt: row.queued_at,
      sentAt: row.sent_at,
      told: row.told_by && row.told_at ? { by: row.told_by, at: row.told_at } : null,
    })),
  })
}

/** What a mail of this kind is called, in every language. */
export function nameOf(kind: string) {
  const name = MAILS.get(kind)?.name
  if (!name) return { name: kind }
  return { name: name.ja, translations: { 'ja-easy': { name: name['ja-easy'] }, en: { name: name.en } } }
}
