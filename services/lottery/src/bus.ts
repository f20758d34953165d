import { on } from '@asaichi/bus/apply-event.ts'
import { cityChanged } from '@asaichi/contract/catalog.ts'
import { done, refuse } from '@asaichi/contract/define.ts'
import { getRound } from '@asaichi/contract/lottery.ts'
import type { DueHandler } from '@asaichi/store/due-work.ts'
import type { Context } from './context.ts'
import { findRound } from './store/rounds.ts'
import type { Tables } from './store/schema.ts'
import { closeRound } from './verbs/close-round.ts'
import { keepCity } from './verbs/keep-city.ts'
import { openRound } from './verbs/open-round.ts'
import { planRounds } from './verbs/plan-rounds.ts'

/** The edge: one line per question, fact and kind of due work. */
export function attach({ bus, db }: Context): void {
  bus.serve(getRound, async ({ cityId, date }) => {
    const round = await findRound(db, cityId, date)
    return round ? done(round) : refuse('not-found')
  })
  bus.listen('catalog', [on(cityChanged, (tx, fact) => keepCity(tx, fact.data))])
}

export const dueHandlers: Readonly<Record<string, DueHandler<Tables>>> = {
  'plan-rounds': (tx, { key }) => planRounds(tx, key),
  'open-round': (tx, { key }) => openRound(tx, key),
  'close-round': (tx, { key }) => closeRound(tx, key),
}
