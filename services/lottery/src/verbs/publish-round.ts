import { emit, emitAll, inParts } from '@asaichi/bus/emit.ts'
import { resultsReady } from '@asaichi/contract/lottery/entries.ts'
import { type Round, roundPublished } from '@asaichi/contract/lottery/rounds.ts'
import { isFailed } from '@asaichi/draw/check.ts'
import { checkFrozen } from '@asaichi/draw/frozen-checks.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import { schedule } from '@asaichi/store/due-work.ts'
import type { Draws } from '../context.ts'
import { appendAudit, isBundleAudited } from '../store/audit.ts'
import { applyResults } from '../store/draws.ts'
import { listOfRound } from '../store/entries.ts'
import { changeRound, lockRound, type RoundRecord } from '../store/rounds.ts'
import type { Tables } from '../store/schema.ts'
import { readList } from './read-list.ts'
import { scheduleRetry } from './want-draw.ts'

/**
 * M18: at the hour the results become what everyone reads, all at once; before it they are in nothing anyone can ask for (A70).
 * The mails follow in a transaction of their own, so that thousands of them do not hold up the hour.
 */
export async function publishRound(tx: Transaction<Tables>, draws: Draws, roundId: string): Promise<void> {
  const record = await lockRound(tx, roundId)
  if (record?.round.status !== 'drawn') return
  if (!(await isAsDrawn(tx, draws, record))) return holdBack(tx, draws, record)
  const decided = await applyResults(tx, roundId)
  const version = await changeRound(tx, roundId, { status: 'published', sending: 1, problem: null })
  const { cityId, dates, drawAt } = record.round
  const winners = decided.filter(({ status }) => status === 'won').length
  await appendAudit(tx, { kind: 'round-published', data: { roundId, winners } })
  await emit(tx, roundPublished, {
    aggregateId: roundId,
    version,
    data: { roundId, cityId, dates, winners },
  })
  await schedule(tx, { kind: 'tell-results', key: roundId, dueAt: drawAt })
  await draws.failpoint('publish')
}

/** A67: whoever edits an entry or the results after the draw would give a win to another person, so both must be as they were. */
async function isAsDrawn(tx: Transaction<Tables>, draws: Draws, record: RoundRecord): Promise<boolean> {
  const list = await readList(tx, draws, record)
  const isFrozen = list !== undefined && !checkFrozen(list).some(isFailed)
  return isFrozen && (await isBundleAudited(tx, record.round.roundId))
}

async function holdBack(tx: Transaction<Tables>, { log }: Draws, { round }: RoundRecord): Promise<void> {
  const { roundId } = round
  log.error({ roundId }, 'round not published: entries or results are not the ones of the draw')
  await changeRound(tx, roundId, { problem: 'list-edited' })
  await scheduleRetry(tx, 'publish-round', round)
}

/** The first wave of result mails. */
export async function tellFirstResults(tx: Transaction<Tables>, roundId: string): Promise<void> {
  const record = await lockRound(tx, roundId)
  if (record?.round.status !== 'published') return
  const entries = await listOfRound(tx, roundId, { statuses: ['won', 'lost'] })
  await tellResults(tx, record.round, { sending: 1, entries })
}

/** For the mails E and F; `sending` tells one wave from the next. */
export async function tellResults(
  tx: Transaction<Tables>,
  { roundId, cityId }: Round,
  wave: {
    readonly sending: number
    readonly entries: readonly { readonly entryId: string; readonly personId: string }[]
  },
): Promise<void> {
  const { sending } = wave
  const entries = wave.entries.map(({ entryId, personId }) => ({ entryId, personId }))
  await emitAll(
    tx,
    inParts(entries).map((part, nr) => ({
      event: resultsReady,
      aggregateId: `${roundId}:${sending}`,
      version: nr + 1,
      data: { roundId, cityId, sending, entries: part },
    })),
  )
}
