import { apply } from '@asaichi/contract/reservation/reservation.ts'
import { counter, gauge, histogram } from '@asaichi/service/metrics.ts'

export type DeskMetrics = {
  readonly count: (outcome: string) => void
  readonly batch: (size: number) => void
  readonly firstAccepted: (seconds: number) => void
  readonly watch: (read: () => { readonly waiting: number; readonly unwritten: number }) => void
}

const OUTCOMES = ['accepted', ...Object.keys(apply.refusals)].map(outcome => [outcome])

/** Counted by hand, because generic middleware costs the desk a quarter of its throughput. Outcomes are the contract's codes. */
export function createDeskMetrics(): DeskMetrics {
  let first = 0
  gauge('reservation_first_accept_seconds', () => first)
  return {
    count: counter('reservation_attempts_total', OUTCOMES),
    batch: histogram('reservation_batch_size'),
    firstAccepted(seconds) {
      first = seconds
    },
    watch(read) {
      gauge('reservation_waiting', () => read().waiting)
      gauge('reservation_receipts_unwritten', () => read().unwritten)
    },
  }
}
