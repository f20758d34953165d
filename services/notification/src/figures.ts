import { gauges, shared } from '@asaichi/service/metrics.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import { LANE_NAMES } from './domain/lanes.ts'
import { countWaiting } from './store/mails.ts'
import type { Tables } from './store/schema.ts'

/** What waits in each lane, also where nothing does: a figure that is missing says that it could not be read. */
export function watchMails(db: Kysely<Tables>): void {
  const waiting = shared(() => countWaiting(db))
  const ofEach =
    (read: (lane: { readonly mails: number; readonly oldest: number }) => number) => async () => {
      const lanes = new Map((await waiting()).map(row => [row.lane, row]))
      return LANE_NAMES.map(lane => ({
        words: [lane],
        value: read(lanes.get(lane) ?? { mails: 0, oldest: 0 }),
      }))
    }
  gauges(
    'mails_waiting',
    ofEach(lane => lane.mails),
  )
  gauges(
    'mails_oldest_seconds',
    ofEach(lane => lane.oldest),
  )
}
