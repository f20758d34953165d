import { RoundStatus } from '@asaichi/contract/lottery/rounds.ts'
import { gauge, gauges, shared } from '@asaichi/service/metrics.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import { countRounds } from './store/rounds.ts'
import type { Tables } from './store/schema.ts'

/** How many rounds stand where; one that is overdue at 06:55 has no results at 07:00. */
export function watchRounds(db: Kysely<Tables>): void {
  const counted = shared(() => countRounds(db))
  gauges('lottery_rounds', async () => {
    const rounds = new Map((await counted()).map(row => [row.status, row.rounds]))
    return RoundStatus.options.map(status => ({ words: [status], value: rounds.get(status) ?? 0 }))
  })
  gauge('lottery_rounds_overdue', async () => (await counted()).reduce((sum, row) => sum + row.overdue, 0))
}
