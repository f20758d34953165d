import { startWorkLoop } from '@asaichi/service/work-loop.ts'
import type { Database } from '@asaichi/store/database.ts'
import type { Draws } from './context.ts'
import { findWantedRound } from './store/rounds.ts'
import type { Tables } from './store/schema.ts'
import { drawWantedRound } from './verbs/draw-wanted-round.ts'
import { postponeDraw } from './verbs/want-draw.ts'

const POLL_MS = 1_000
const BACKOFF_MS = { first: 100, most: 10_000 } as const

/**
 * Draws the rounds whose time has come, one after the other. Due work only writes down that a round is wanted, because the beacon
 * is asked over the network, and that must not happen inside a transaction. Level-triggered: what a dying process left is found.
 */
export async function startDrawer(database: Database<Tables>, draws: Draws): Promise<AsyncDisposable> {
  await using opened = new AsyncDisposableStack()
  let failures = 0
  const loop = opened.use(
    startWorkLoop({
      work: async () => {
        const worked = await drawNext(database, draws)
        failures = 0
        return worked
      },
      waitMs: () => (failures > 0 ? Math.min(BACKOFF_MS.first * 2 ** failures, BACKOFF_MS.most) : POLL_MS),
      onError: err => {
        failures += 1
        draws.log.error({ err }, 'rounds to draw not readable; trying again')
      },
    }),
  )
  opened.use(await database.listen(`${database.schema}_draws`, loop.wake))
  return opened.move()
}

/** The town's clock waits while a draw is at work. */
export async function isDrawing(database: Database<Tables>): Promise<boolean> {
  return (await findWantedRound(database.db)) !== undefined
}

async function drawNext({ db }: Database<Tables>, draws: Draws): Promise<boolean> {
  const roundId = await findWantedRound(db)
  if (roundId === undefined) return false
  try {
    await drawWantedRound(db, draws, roundId)
  } catch (err) {
    // One round that fails must not hold up those behind it.
    draws.log.error({ err, roundId }, 'draw failed; trying again later')
    await postponeDraw(db, roundId)
  }
  return true
}
