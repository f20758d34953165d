import { resultsReady } from '@asaichi/contract/lottery/entries.ts'
import { drawingCity } from './city.ts'
import { eventually } from './eventually.ts'
import type { LockLoad } from './lock-load.ts'
import type { Sql } from './sql.ts'

export type SideLoad = {
  readonly mails: {
    readonly expected: number
    /** Results the lottery told; each becomes a mail in notification's queue. */
    readonly told: number
    readonly queued: number
    readonly sent: number
    readonly lastSentMs: number | null
  }
  readonly locks: { readonly expected: number; readonly inStep: number }
}

const MAILS_WITHIN_MS = 30_000

type Expected = { readonly t0: string; readonly mails: number; readonly locks: LockLoad }

/** What became of the mails and locks beside the press; waits a bounded while for mails still on their way. */
export async function lookAtSideLoad(sql: Sql, { t0, mails, locks }: Expected): Promise<SideLoad> {
  const look = () => mailsSince(sql, t0)
  const all = () => look().then(seen => (seen.sent >= mails ? seen : undefined))
  const seen = await eventually('all result mails are sent', all, MAILS_WITHIN_MS).catch(look)
  return {
    mails: { expected: mails, ...seen },
    locks: { expected: locks.locks, inStep: locks.inStep() },
  }
}

async function mailsSince(sql: Sql, t0: string): Promise<Omit<SideLoad['mails'], 'expected'>> {
  const [row] = await sql<{ told: number; queued: number; sent: number; last_ms: number | null }>(
    `select (select coalesce(sum(jsonb_array_length(data -> 'entries')), 0)::int from lottery.outbox where subject = $3 and at >= $2) as told,
       count(*)::int as queued, count(*) filter (where status = 'sent')::int as sent,
       (extract(epoch from max(sent_at) - $2::timestamptz) * 1000)::int as last_ms
     from notification.mails where kind = 'entry-result' and city_id = $1`,
    [drawingCity.cityId, t0, resultsReady.subject],
  )
  const { told = 0, queued = 0, sent = 0, last_ms: lastSentMs = null } = row ?? {}
  return { told, queued, sent, lastSentMs }
}
