import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { getRound as request } from '@asaichi/contract/lottery/rounds.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import type { z } from 'zod'
import { isOfOurTime, judgeWindow } from '../domain/judge-window.ts'
import { findPolicy } from '../store/copies.ts'
import { countPerSlot } from '../store/entries.ts'
import { findRounds } from '../store/rounds.ts'
import type { Tables } from '../store/schema.ts'

/** The round of a use date; while entries are taken, how many want each span, where the city shows it. */
export async function getRound(
  db: Kysely<Tables>,
  { cityId, date }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  const [record] = isOfOurTime(date) ? await findRounds(db, { cityId, from: date, to: date }) : []
  if (!record) return refuse('not-found')
  const { round } = record
  const takesEntries = judgeWindow(round, await townNow(db)) === undefined
  const shows = takesEntries && (await findPolicy(db, cityId))?.draw.showCounts === true
  const entriesPerSlot = shows ? [...(await countPerSlot(db, round.roundId))] : null
  return done({ ...round, entriesPerSlot })
}
