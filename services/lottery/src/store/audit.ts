import type { Anchored } from '@asaichi/audit/anchor.ts'
import { type AuditRow, GENESIS, sealRow } from '@asaichi/audit/chain.ts'
import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import { sql } from 'kysely'
import type { Tables } from './schema.ts'

/** Appends a fact in the transaction that makes it true. One writer at a time, so that the chain has no fork. */
export async function appendAudit(
  tx: Transaction<Tables>,
  fact: { readonly kind: string; readonly data: object },
): Promise<AuditRow> {
  await sql`select pg_advisory_xact_lock(hashtext(current_schema() || ' audit log'))`.execute(tx)
  const head = (await auditHead(tx)) ?? GENESIS
  const row = sealRow(head, { ...fact, at: await townNow(tx) })
  await tx.insertInto('audit_log').values(row).execute()
  return row
}

async function auditHead(db: Kysely<Tables>): Promise<AuditRow | undefined> {
  return db.selectFrom('audit_log').selectAll().orderBy('seq', 'desc').limit(1).executeTakeFirst()
}

/** The log as it is copied out of the database's reach. */
export function anchoredLog(db: Kysely<Tables>): Anchored {
  return {
    head: () => auditHead(db),
    hashOf: async seq =>
      (await db.selectFrom('audit_log').select('hash').where('seq', '=', seq).executeTakeFirst())?.hash,
  }
}

export async function listAudit(
  db: Kysely<Tables>,
  page: { readonly after: number; readonly limit: number },
): Promise<readonly AuditRow[]> {
  return db
    .selectFrom('audit_log')
    .selectAll()
    .where('seq', '>', page.after)
    .orderBy('seq')
    .limit(page.limit)
    .execute()
}

/** What the log says was frozen: whoever edits list and root together would have to forge the chain as well. */
export async function auditedRoot(db: Kysely<Tables>, roundId: string): Promise<string | undefined> {
  const { rows } = await sql<{ root: string }>`
    select data::jsonb ->> 'root' as root from audit_log
    where kind = 'round-frozen' and data::jsonb ->> 'roundId' = ${roundId} and seq > ${lastRedrawOf(roundId)} order by seq limit 1`.execute(
    db,
  )
  return rows[0]?.root
}

/** Whether the stored record of a draw is the one whose hash was written down when it was drawn. */
export async function isBundleAudited(db: Kysely<Tables>, roundId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from audit_log join bundles on round_id = ${roundId}
    where kind = 'round-drawn' and data::jsonb ->> 'roundId' = ${roundId} and seq > ${lastRedrawOf(roundId)}
      and data::jsonb ->> 'bundleHash' = encode(sha256(convert_to(bundle, 'UTF8')), 'hex')`.execute(db)
  return rows.length > 0
}

// What was frozen and drawn before two of the staff had the round drawn anew counts no more (P5).
function lastRedrawOf(roundId: string) {
  return sql`coalesce((select max(seq) from audit_log where kind = 'round-redrawn' and data::jsonb ->> 'roundId' = ${roundId}), 0)`
}
