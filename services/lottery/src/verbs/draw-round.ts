import { createHash } from 'node:crypto'
import { type Outcome, refuse } from '@asaichi/contract/define.ts'
import type { DrawBundle } from '@asaichi/contract/lottery/draw-bundle.ts'
import { canonical } from '@asaichi/draw/canonical.ts'
import { runDraw } from '@asaichi/draw/draw.ts'
import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { schedule } from '@asaichi/store/due-work.ts'
import type { Draws } from '../context.ts'
import { appendAudit } from '../store/audit.ts'
import { keepBundle } from '../store/draws.ts'
import { changeRound, lockRound, type RoundRecord } from '../store/rounds.ts'
import type { StoredChance, Tables } from '../store/schema.ts'
import { readList } from './read-list.ts'
import { scheduleRetry } from './want-draw.ts'

/** Checks that fail when list, rows or root are not what was frozen. */
const LIST_CHECKS: readonly string[] = ['list', 'count', 'root']

type Drawable = RoundRecord & { readonly chance: StoredChance }
type NotDrawable = { readonly code: 'not-drawable'; readonly detail: { readonly failed: readonly string[] } }

/**
 * Draws a frozen round whose chance is known: once, because only a frozen round can be drawn (A68, F6), and with the same result
 * however often it is killed on the way, because list and chance are fixed (F7). Nobody learns of it before the hour.
 */
export function drawRound(db: Kysely<Tables>, draws: Draws, roundId: string): Promise<void> {
  return db.transaction().execute(async tx => {
    const record = await lockRound(tx, roundId)
    if (record?.round.status !== 'frozen' || !record.chance) return
    const drawable = { ...record, chance: record.chance }
    await draws.failpoint('rank')
    const drawn = await draw(tx, draws, drawable)
    await draws.failpoint('allocate')
    if (drawn.ok) await keepDraw(tx, drawable, drawn.value)
    else await refuseDraw(tx, draws, { record: drawable, failed: drawn.refusal.detail.failed })
    await draws.failpoint('store')
  })
}

async function draw(
  tx: Transaction<Tables>,
  draws: Draws,
  record: Drawable,
): Promise<Outcome<DrawBundle, NotDrawable>> {
  const list = await readList(tx, draws, record)
  if (!list) return refuse('not-drawable', { failed: ['root'] })
  const drawn = runDraw(list, record.chance)
  return drawn.ok
    ? drawn
    : refuse('not-drawable', { failed: drawn.refusal.detail.failed.map(({ id }) => id) })
}

async function keepDraw(tx: Transaction<Tables>, { round }: Drawable, bundle: DrawBundle): Promise<void> {
  const { roundId, drawAt } = round
  const { resultDigest } = bundle
  const text = canonical(bundle)
  await keepBundle(tx, { roundId, bundle: text, resultDigest })
  await changeRound(tx, roundId, { status: 'drawn', drawWantedAt: null, problem: null })
  const bundleHash = createHash('sha256').update(text).digest('hex')
  await appendAudit(tx, { kind: 'round-drawn', data: { roundId, resultDigest, bundleHash } })
  await schedule(tx, { kind: 'publish-round', key: roundId, dueAt: drawAt })
}

/** The round stays frozen for people to judge. It is tried again for a day, in case its rows come back from a backup. */
async function refuseDraw(
  tx: Transaction<Tables>,
  { log }: Draws,
  { record: { round }, failed }: { readonly record: Drawable; readonly failed: readonly string[] },
): Promise<void> {
  const { roundId } = round
  log.error({ roundId, failed }, 'round not drawn: it is not the one that was frozen')
  const problem = failed.some(id => LIST_CHECKS.includes(id)) ? 'list-edited' : 'not-drawable'
  await changeRound(tx, roundId, { drawWantedAt: null, problem })
  if (round.problem !== problem)
    await appendAudit(tx, { kind: 'draw-refused', data: { roundId, failed: [...failed] } })
  await scheduleRetry(tx, 'draw-round', round)
}
