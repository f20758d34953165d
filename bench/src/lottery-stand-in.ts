import type { Serve } from '@asaichi/bus/serve.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import { getWinners } from '@asaichi/contract/lottery/rounds.ts'

export type Winner = Extract<OutcomeOf<typeof getWinners>, { ok: true }>['value']['items'][number]

/** Rounds by id. */
export type Rounds = Map<string, readonly Winner[]>

/** Answers for the lottery, which is not started, so that 10,000 winners need no 10,000 entries. */
export function serveRounds(serve: Serve): Rounds {
  const rounds: Rounds = new Map()
  serve(getWinners, ({ roundId, after, limit }) => {
    const winners = rounds.get(roundId)
    if (!winners) return refuse('not-found')
    const first = after === undefined ? 0 : winners.findIndex(winner => winner.entryId === after) + 1
    const items = winners.slice(first, first + limit)
    const next = items.length === limit ? (items.at(-1)?.entryId ?? null) : null
    return done({ items: [...items], next })
  })
  return rounds
}
