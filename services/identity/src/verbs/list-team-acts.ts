import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import { type listTeamActs as request, TeamAct } from '@asaichi/contract/identity/team.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { maySeeTeam } from '../domain/team.ts'
import { selectTeamActs } from '../store/team.ts'

/** V4: who let whom in, and out. */
export async function listTeamActs(
  { db }: Context,
  { actor, cityId, after, limit }: z.output<(typeof request)['input']>,
): Promise<OutcomeOf<typeof request>> {
  if (!maySeeTeam(actor, cityId)) return refuse('not-found')
  const rows = await selectTeamActs(db, { cityId, after, limit: limit + 1 })
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  return done({
    items: page.map(({ seq: _, act, ...row }) => ({ ...row, act: TeamAct.parse(act) })),
    next: last ? String(last.seq) : null,
  })
}
