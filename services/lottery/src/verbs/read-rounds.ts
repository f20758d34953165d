import { daysBetween } from '@asaichi/calendar/local-date.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type {
  listAuditLog as auditRequest,
  getRound as roundRequest,
  listRounds as roundsRequest,
} from '@asaichi/contract/lottery/rounds.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import type { z } from 'zod'
import { isOfOurTime, judgeWindow } from '../domain/judge-window.ts'
import { listAudit } from '../store/audit.ts'
import { findPolicy } from '../store/copies.ts'
import { countPerSlot } from '../store/entries.ts'
import { findRounds } from '../store/rounds.ts'
import type { Tables } from '../store/schema.ts'

const MOST_DAYS = 62

type Db = Kysely<Tables>

/** Rounds whose dates touch the span, both ends included. */
export async function listRounds(
  db: Db,
  { cityId, from, to }: z.output<typeof roundsRequest.input>,
): Promise<OutcomeOf<typeof roundsRequest>> {
  const isSpan = isOfOurTime(from) && isOfOurTime(to) && from <= to && daysBetween(from, to) < MOST_DAYS
  if (!isSpan) return refuse('span-not-valid')
  const records = await findRounds(db, { cityId, from, to })
  return done({ items: records.map(({ round }) => round) })
}

/** The round of a use date; while entries are taken, how many want each span, where the city shows it. */
export async function getRound(
  db: Db,
  { cityId, date }: z.output<typeof roundRequest.input>,
): Promise<OutcomeOf<typeof roundRequest>> {
  const [record] = isOfOurTime(date) ? await findRounds(db, { cityId, from: date, to: date }) : []
  if (!record) return refuse('not-found')
  const { round } = record
  const takesEntries = judgeWindow(round, await townNow(db)) === undefined
  const shows = takesEntries && (await findPolicy(db, cityId))?.draw.showCounts === true
  const entriesPerSlot = shows ? [...(await countPerSlot(db, round.roundId))] : null
  return done({ ...round, entriesPerSlot })
}

export async function listAuditLog(
  db: Db,
  page: z.output<typeof auditRequest.input>,
): Promise<OutcomeOf<typeof auditRequest>> {
  return done({ items: [...(await listAudit(db, page))] })
}
