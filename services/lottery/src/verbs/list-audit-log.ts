import { done, type OutcomeOf } from '@asaichi/contract/define.ts'
import type { listAuditLog as request } from '@asaichi/contract/lottery/rounds.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import { listAudit } from '../store/audit.ts'
import type { Tables } from '../store/schema.ts'

export async function listAuditLog(
  db: Kysely<Tables>,
  page: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  return done({ items: [...(await listAudit(db, page))] })
}
