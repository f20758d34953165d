import { minutesOf } from '@asaichi/calendar/grid.ts'
import { localDateOf } from '@asaichi/calendar/instant.ts'
import type { Actor } from '@asaichi/contract/actor.ts'
import { USUAL_HOLDS } from '@asaichi/contract/catalog/holds.ts'
import { done, refuse } from '@asaichi/contract/define.ts'
import type { ClosingPlan } from '@asaichi/contract/reservation/closing-plan.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import { findPolicy } from '../store/copies.ts'
import { insertHoldRequest, keepHoldMinutes, lockHoldMinutes, useAllowance } from '../store/hold-requests.ts'
import type { Tables } from '../store/schema.ts'

export type HoldAct = {
  readonly actor: Actor
  readonly plan: ClosingPlan
  /** Rooms on days. */
  readonly spans: number
  readonly cancels: number
  readonly now: string
}

/**
 * P7, A77: what one of the staff keeps from residents in a day is bounded, in however many acts; what is more waits for a colleague.
 * The last question before anything is held, for it counts. Answers who allowed it, null within the bound.
 */
export async function askSecondPerson(tx: Transaction<Tables>, act: HoldAct) {
  const { personId, cityId } = act.actor
  const day = localDateOf(act.now)
  const { hoursADay } = (await findPolicy(tx, cityId))?.holds ?? USUAL_HOLDS
  const minutes = act.spans * (minutesOf(act.plan.to) - minutesOf(act.plan.from))
  const taken = await lockHoldMinutes(tx, { personId, day })
  const asked = { personId, cityId, day, plan: act.plan, minutes, cancels: act.cancels, at: act.now }
  if (taken + minutes <= hoursADay * 60) {
    await keepHoldMinutes(tx, asked, taken + minutes)
    return done(null)
  }
  const allowedBy = await useAllowance(tx, asked)
  if (allowedBy !== null) return done(allowedBy)
  await insertHoldRequest(tx, asked)
  return refuse('second-person-needed', { hours: minutes / 60, hoursADay })
}
