import type { Call } from '@asaichi/bus/call.ts'
import { getWinners } from '@asaichi/contract/lottery/rounds.ts'
import type { Log } from '@asaichi/service/log.ts'
import { startWorkLoop } from '@asaichi/service/work-loop.ts'
import type { Database } from '@asaichi/store/database.ts'
import type { Winner } from './domain/placement.ts'
import { findWaitingDraw } from './store/draws.ts'
import type { Tables } from './store/schema.ts'
import { placeWinners } from './verbs/place-winners.ts'

const POLL_MS = 1_000

/**
 * Places the winners of published rounds. Level-triggered: whatever waits is tried again until it is placed, so a lottery that
 * is away at seven only keeps its dates closed a little longer (F8). The winners are fetched before the transaction begins.
 */
export async function startDrawPlacer(
  database: Database<Tables>,
  call: Call,
  log: Log,
): Promise<AsyncDisposable> {
  await using opened = new AsyncDisposableStack()
  const loop = opened.use(
    startWorkLoop({
      work: () => placeNext(database, call),
      waitMs: () => POLL_MS,
      onError: err => log.warn({ err }, 'draw not placed yet'),
    }),
  )
  opened.use(await database.listen(`${database.schema}_draws`, loop.wake))
  return opened.move()
}

/** The town's clock waits while a draw waits. */
export async function isPlacing(database: Database<Tables>): Promise<boolean> {
  return (await findWaitingDraw(database.db)) !== undefined
}

async function placeNext({ db }: Database<Tables>, call: Call): Promise<boolean> {
  const draw = await findWaitingDraw(db)
  if (!draw) return false
  return placeWinners(db, draw, await fetchWinners(call, draw.roundId))
}

async function fetchWinners(call: Call, roundId: string): Promise<readonly Winner[]> {
  const winners: Winner[] = []
  let after: string | undefined
  for (;;) {
    const outcome = await call(getWinners, { roundId, ...(after !== undefined && { after }) })
    if (!outcome.ok) throw new Error('the lottery knows no winners of a round it published')
    winners.push(...outcome.value.items)
    if (outcome.value.next === null) return winners
    after = outcome.value.next
  }
}
