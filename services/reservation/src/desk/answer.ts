import { type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { apply } from '@asaichi/contract/reservation/reservation.ts'
import { retrySoon } from '@asaichi/service/retry-soon.ts'
import type { Reason } from '../domain/decide.ts'

export type Answer = OutcomeOf<typeof apply>

/** The answer of a refused press, alike whether memory or the database knew the reason. */
export function refusalOf(
  reason: Reason,
  { receiptId, turn }: { readonly receiptId: string; readonly turn: number },
): Answer {
  if (reason.code === 'taken')
    return refuse('taken', { receiptId, place: turn, blocker: reason.detail.blocker })
  // Safe: every other reason's detail plus the receipt is what the contract lists for that code (checked by refusals.test.ts).
  return { ok: false, refusal: { code: reason.code, detail: { receiptId, ...reason.detail } } } as Answer
}

export function busy(): Answer {
  return refuse('busy', { retryAfterSeconds: retrySoon() })
}
