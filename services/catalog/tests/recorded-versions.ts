import type { Event } from '@asaichi/contract/define.ts'
import type { Bed } from '@asaichi/testkit/bed.ts'

/** The versions of an aggregate's facts in the order they were recorded; the outbox has each once, the bus at least once. */
export async function recordedVersions(
  bed: Bed,
  event: Event,
  aggregateId: string,
): Promise<readonly number[]> {
  const rows = await bed.sql<{ version: number }>(
    'select version from catalog.outbox where subject = $1 and aggregate_id = $2 order by seq',
    [event.subject, aggregateId],
  )
  return rows.map(row => row.version)
}
