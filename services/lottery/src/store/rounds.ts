import type { DrawCommitment, DrawRule } from '@asaichi/contract/lottery/draw-bundle.ts'
import type { Round, RoundStatus } from '@asaichi/contract/lottery/rounds.ts'
import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { type Selectable, sql } from 'kysely'
import type { PlannedRound } from '../domain/round.ts'
import type { Redraw, RedrawProposal, RoundProblem, RoundRow, StoredChance, Tables } from './schema.ts'

/** A round as the world may see it, and beside it what only the draw knows. */
export type RoundRecord = {
  readonly round: Round
  readonly version: number
  readonly rule: DrawRule | null
  readonly sealedSecret: Buffer | null
  readonly sealedPseudonymKey: Buffer | null
  readonly chance: StoredChance | null
  readonly wanted: boolean
  readonly sending: number
  /** P5: the first of the two who have a round drawn anew. */
  readonly proposal: RedrawProposal | null
  readonly redraws: readonly Redraw[]
}

/** Inserts rounds whose dates no other round has; answers the ones that are new. */
export async function insertRounds(
  tx: Transaction<Tables>,
  rounds: readonly (PlannedRound & { readonly roundId: string; readonly cityId: string })[],
): Promise<readonly string[]> {
  if (rounds.length === 0) return []
  const rows = await tx
    .insertInto('rounds')
    .values(
      rounds.map(round => ({
        round_id: round.roundId,
        city_id: round.cityId,
        first_date: round.first,
        last_date: round.last,
        status: 'scheduled' as const,
        opens_at: round.opensAt,
        closes_at: round.closesAt,
        draw_at: round.drawAt,
      })),
    )
    .onConflict(conflict => conflict.doNothing())
    .returning('round_id')
    .execute()
  return rows.map(row => row.round_id)
}

/** Rounds by status, and how many are not drawn although their results are due within five minutes. */
export async function countRounds(
  db: Kysely<Tables>,
): Promise<readonly { readonly status: string; readonly rounds: number; readonly overdue: number }[]> {
  const { rows } = await sql<{ status: string; rounds: number; overdue: number }>`
    select status, count(*)::int as rounds,
      (count(*) filter (where draw_at < town_now() + interval '5 minutes' and status in ('scheduled', 'open', 'frozen')))::int as overdue
    from rounds group by status`.execute(db)
  return rows
}

/** Rounds that touch the dates, in their order. */
export async function findRounds(
  db: Kysely<Tables>,
  span: { readonly cityId: string; readonly from: string; readonly to: string },
): Promise<readonly RoundRecord[]> {
  const rows = await db
    .selectFrom('rounds')
    .selectAll()
    .where('city_id', '=', span.cityId)
    .where('first_date', '<=', span.to)
    .where('last_date', '>=', span.from)
    .orderBy('first_date')
    .execute()
  return rows.map(recordOf)
}

/** T1: rounds whose draw falls between two instants or that wait for a decision, by their hour; and how many take entries. */
export async function findRoundsDrawn(
  db: Kysely<Tables>,
  of: { readonly cityId: string; readonly from: string; readonly to: string; readonly limit: number },
): Promise<{ readonly open: number; readonly rounds: readonly Round[] }> {
  const rows = await db
    .selectFrom('rounds')
    .selectAll()
    .where('city_id', '=', of.cityId)
    .where(eb =>
      eb.or([
        eb.and([eb('draw_at', '>=', of.from), eb('draw_at', '<', of.to), eb('status', '<>', 'scheduled')]),
        eb.and([eb('problem', 'is not', null), eb('status', '=', 'frozen')]),
      ]),
    )
    .orderBy('draw_at')
    .orderBy('round_id')
    .limit(of.limit)
    .execute()
  const { open } = await db
    .selectFrom('rounds')
    .select(eb => eb.fn.countAll<number>().as('open'))
    .where('city_id', '=', of.cityId)
    .where('status', '=', 'open')
    .executeTakeFirstOrThrow()
  return { open: Number(open), rounds: rows.map(roundOf) }
}

export async function findRound(db: Kysely<Tables>, roundId: string): Promise<RoundRecord | undefined> {
  const row = await db.selectFrom('rounds').selectAll().where('round_id', '=', roundId).executeTakeFirst()
  return row && recordOf(row)
}

/** For whoever moves the round: waits for every entry that is being written, and nothing is written beside it. */
export async function lockRound(tx: Transaction<Tables>, roundId: string): Promise<RoundRecord | undefined> {
  const row = await tx
    .selectFrom('rounds')
    .selectAll()
    .where('round_id', '=', roundId)
    .forUpdate()
    .executeTakeFirst()
  return row && recordOf(row)
}

/** For whoever writes an entry: many at once, but none beside the freeze (A64). */
export async function holdRound(tx: Transaction<Tables>, roundId: string): Promise<RoundRecord | undefined> {
  const row = await tx
    .selectFrom('rounds')
    .selectAll()
    .where('round_id', '=', roundId)
    .forShare()
    .executeTakeFirst()
  return row && recordOf(row)
}

export type RoundChange = {
  readonly status?: RoundStatus
  readonly rule?: DrawRule
  readonly commitment?: DrawCommitment
  readonly sealedSecret?: Buffer
  readonly sealedPseudonymKey?: Buffer
  readonly freeze?: { readonly at: string; readonly count: number; readonly root: string }
  readonly chance?: StoredChance | null
  readonly drawWantedAt?: string | null
  readonly problem?: RoundProblem | null
  readonly sending?: number
  readonly cancelReason?: string
  readonly proposal?: RedrawProposal | null
  readonly redraws?: readonly Redraw[]
}

/** Answers the round's new version. The caller holds the round's lock. */
export async function changeRound(
  tx: Transaction<Tables>,
  roundId: string,
  change: RoundChange,
): Promise<number> {
  const { status, rule, commitment, sealedSecret, sealedPseudonymKey, freeze, chance } = change
  const { drawWantedAt, problem, sending, cancelReason, proposal, redraws } = change
  const row = await tx
    .updateTable('rounds')
    .set(eb => ({
      version: eb('version', '+', 1),
      ...(status && { status }),
      ...(rule && { rule: JSON.stringify(rule) }),
      ...(commitment && { commitment: JSON.stringify(commitment) }),
      ...(sealedSecret && { sealed_secret: sealedSecret }),
      ...(sealedPseudonymKey && { sealed_pseudonym_key: sealedPseudonymKey }),
      ...(freeze && { frozen_at: freeze.at, entry_count: freeze.count, root: freeze.root }),
      ...(chance !== undefined && { chance: chance && JSON.stringify(chance) }),
      ...(drawWantedAt !== undefined && { draw_wanted_at: drawWantedAt }),
      ...(problem !== undefined && { problem }),
      ...(sending !== undefined && { sending }),
      ...(cancelReason !== undefined && { cancel_reason: cancelReason }),
      ...(proposal !== undefined && { redraw_proposal: proposal && JSON.stringify(proposal) }),
      ...(redraws && { redraws: JSON.stringify(redraws) }),
    }))
    .where('round_id', '=', roundId)
    .returning('version')
    .executeTakeFirstOrThrow()
  return row.version
}

/** The round that has waited longest for its draw. */
export async function findWantedRound(db: Kysely<Tables>): Promise<string | undefined> {
  const row = await db
    .selectFrom('rounds')
    .select('round_id')
    .where('status', '=', 'frozen')
    .where('draw_wanted_at', 'is not', null)
    .orderBy('draw_wanted_at')
    .orderBy('round_id')
    .limit(1)
    .executeTakeFirst()
  return row?.round_id
}

export async function wakeDrawer(tx: Transaction<Tables>): Promise<void> {
  await sql`select pg_notify(current_schema() || '_draws', '')`.execute(tx)
}

function recordOf(row: Selectable<RoundRow>): RoundRecord {
  return {
    round: roundOf(row),
    version: row.version,
    rule: row.rule,
    sealedSecret: row.sealed_secret,
    sealedPseudonymKey: row.sealed_pseudonym_key,
    chance: row.chance,
    wanted: row.draw_wanted_at !== null,
    sending: row.sending,
    proposal: row.redraw_proposal,
    redraws: row.redraws,
  }
}

function roundOf(row: Selectable<RoundRow>): Round {
  const { frozen_at: at, entry_count: count, root } = row
  return {
    roundId: row.round_id,
    cityId: row.city_id,
    dates: { first: row.first_date, last: row.last_date },
    status: row.status,
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    drawAt: row.draw_at,
    commitment: row.commitment,
    freeze: at !== null && count !== null && root !== null ? { at, count, root } : null,
    cancelReason: row.cancel_reason,
    problem: row.problem,
    redraws: row.redraws.map(({ proposedAt, confirmedAt, reason }) => ({ proposedAt, confirmedAt, reason })),
  }
}
