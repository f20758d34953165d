import type { Log } from '@asaichi/service/log.ts'
import { gauge } from '@asaichi/service/metrics.ts'
import { startWorkLoop } from '@asaichi/service/work-loop.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import { type Act, type Seal, sealAct } from './act-seals.ts'
import type { Anchored } from './anchor.ts'
import { GENESIS } from './chain.ts'

const POLL_MS = 1_000
const BATCH = 500

/**
 * Seals the acts of a schema's `audit` a moment after they were written, so that nobody who acts waits for the chain. What a dying
 * process left waits as a row of `audit_unsealed`.
 */
export function startSealing<T>(db: Kysely<T>, log: Log): AsyncDisposable {
  let failing = false
  gauge('audit_sealing_failing', () => Number(failing))
  const seal = async () => {
    const sealed = await sealActs(db)
    failing = false
    return sealed === BATCH
  }
  const failed = (err: unknown) => {
    if (!failing) log.error({ err }, 'acts not sealed; trying again')
    failing = true
  }
  const loop = startWorkLoop({ work: seal, waitMs: () => POLL_MS, onError: failed })
  return {
    async [Symbol.asyncDispose]() {
      await loop[Symbol.asyncDispose]()
      await seal().catch(failed)
    },
  }
}

/** The chain of seals as it is copied out of the database's reach. */
export function anchoredSeals<T>(db: Kysely<T>): Anchored {
  return {
    head: () => sealHead(db),
    async hashOf(seq) {
      const { rows } = await sql<{ hash: string }>`select hash from audit_seals where seq = ${seq}`.execute(
        db,
      )
      return rows[0]?.hash
    },
  }
}

/** One at a time, and who finds another at it has nothing to do. Answers how many it sealed. */
export async function sealActs<T>(db: Kysely<T>): Promise<number> {
  return await db.transaction().execute(async tx => {
    if (!(await isAlone(tx))) return 0
    const waiting = await waitingActs(tx)
    if (waiting.length === 0) return 0
    const at = await computerTime(tx)
    const seals: Seal[] = []
    let head = (await sealHead(tx)) ?? GENESIS
    for (const { seq, act } of waiting) {
      const seal = sealAct(head, { at, actSeq: seq, act })
      seals.push(seal)
      head = seal
    }
    await keep(tx, seals)
    return seals.length
  })
}

async function isAlone<T>(tx: Kysely<T>): Promise<boolean> {
  const { rows } = await sql<{ alone: boolean }>`
    select pg_try_advisory_xact_lock(hashtext(current_schema() || ' audit seals')) as alone`.execute(tx)
  return rows[0]?.alone ?? false
}

async function waitingActs<T>(
  tx: Kysely<T>,
): Promise<readonly { readonly seq: number; readonly act: Act }[]> {
  const { rows } = await sql<{ seq: number; act: Act }>`
    select audit.seq, jsonb_strip_nulls(to_jsonb(audit)) as act from audit_unsealed join audit using (seq)
    order by audit.seq limit ${BATCH}`.execute(tx)
  return rows
}

// Not the town's time, which may jump: how long after its neighbours an act came is compared.
async function computerTime<T>(tx: Kysely<T>): Promise<string> {
  const { rows } = await sql<{ at: string }>`select clock_timestamp() as at`.execute(tx)
  return rows[0]?.at ?? ''
}

async function sealHead<T>(db: Kysely<T>): Promise<{ seq: number; at: string; hash: string } | undefined> {
  const { rows } = await sql<{ seq: number; at: string; hash: string }>`
    select seq, sealed_at as at, hash from audit_seals order by seq desc limit 1`.execute(db)
  return rows[0]
}

async function keep<T>(tx: Kysely<T>, seals: readonly Seal[]): Promise<void> {
  const of = <K extends keyof Seal>(name: K) => seals.map(seal => seal[name])
  await sql`
    insert into audit_seals (seq, act_seq, sealed_at, previous, hash)
    select * from unnest(${of('seq')}::bigint[], ${of('actSeq')}::bigint[], ${of('at')}::timestamptz[],
      ${of('previous')}::text[], ${of('hash')}::text[])`.execute(tx)
  await sql`delete from audit_unsealed where seq = any(${of('actSeq')}::bigint[])`.execute(tx)
}
