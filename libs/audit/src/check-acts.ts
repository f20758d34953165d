import { type Kysely, openDatabase } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import { type Act, type ActsVerdict, type Seal, walkSeals } from './act-seals.ts'
import type { Anchor } from './chain.ts'

const PAGE = 1_000
/** All acts of years are read, at the side of a service at work. */
const STATEMENT_MS = 15 * 60_000

export type CheckedActs = { readonly verdict: ActsVerdict; readonly sealed: number; readonly waiting: number }

/** V4: the acts of a service's schema against their seals and against the heads that were copied out. */
export async function checkActs(options: {
  /** Of anybody who may read the schema. */
  readonly url: string
  readonly schema: string
  readonly anchors: readonly Anchor[]
  readonly lateMs?: number
}): Promise<CheckedActs> {
  const { url, schema, anchors, lateMs } = options
  await using database = openDatabase<unknown>(url, { schema, max: 1, statementMs: STATEMENT_MS })
  return await database.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async tx => {
      const walk = walkSeals(anchors, lateMs)
      let sealed = 0
      for await (const row of sealsOf(tx)) {
        const verdict = walk.next(row)
        if (verdict) return { verdict, sealed, waiting: 0 }
        sealed += 1
      }
      const { unsealed, gone } = await waitingActs(tx)
      const verdict = walk.end({ unsealed, gone })
      return { verdict, sealed, waiting: unsealed.length }
    })
}

type SealedAct = { readonly seal: Seal; readonly act: Act | undefined }

async function* sealsOf<T>(db: Kysely<T>): AsyncGenerator<SealedAct> {
  for (let after = 0; ; ) {
    const { rows } = await sql<Seal & { readonly act: Act | null }>`
      select s.seq, s.act_seq as "actSeq", s.sealed_at as at, s.previous, s.hash, jsonb_strip_nulls(to_jsonb(a)) as act
      from audit_seals s left join audit a on a.seq = s.act_seq
      where s.seq > ${after} order by s.seq limit ${PAGE}`.execute(db)
    for (const { act, ...seal } of rows) yield { seal, act: act ?? undefined }
    const last = rows.at(-1)
    if (!last) return
    after = last.seq
  }
}

/** Acts that have no seal yet, and those that were taken away before they had one. */
async function waitingActs<T>(
  db: Kysely<T>,
): Promise<{ readonly unsealed: readonly number[]; readonly gone: readonly number[] }> {
  const unsealed = await sql<{ seq: number }>`
    select seq from audit where not exists (select from audit_seals where act_seq = audit.seq) order by seq`.execute(
    db,
  )
  const gone = await sql<{ seq: number }>`
    select seq from audit_unsealed where not exists (select from audit where audit.seq = audit_unsealed.seq) order by seq`.execute(
    db,
  )
  return { unsealed: unsealed.rows.map(({ seq }) => seq), gone: gone.rows.map(({ seq }) => seq) }
}
