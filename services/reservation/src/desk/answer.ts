import { type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { apply, ReasonCode } from '@asaichi/contract/reservation/reservation.ts'
import { retrySoon } from '@asaichi/service/retry-soon.ts'
import type { Reason } from '../domain/decide.ts'

export type Answer = OutcomeOf<typeof apply>
type Refusal = Extract<Answer, { ok: false }>

/** The answer of a refused press, alike whether memory or the database knew the reason. */
export function refusalOf(
  reason: Reason,
  { receiptId, turn }: { readonly receiptId: string; readonly turn: number },
): Refusal {
  if (reason.code === 'taken')
    return refuse('taken', { receiptId, place: turn, blocker: reason.detail.blocker })
  return { ok: false, refusal: withReceipt(reason, receiptId) }
}

type Refused<C extends ReasonCode> = {
  readonly [K in C]: {
    readonly code: K
    readonly detail: { readonly receiptId: string } & Reason<K>['detail']
  }
}[C]

function withReceipt<C extends ReasonCode>(reason: Reason<C>, receiptId: string): Refused<C> {
  return { code: reason.code, detail: { receiptId, ...reason.detail } }
}

export function busy(): Refusal {
  return refuse('busy', { retryAfterSeconds: retrySoon() })
}
