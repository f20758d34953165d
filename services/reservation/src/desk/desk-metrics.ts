import { counter, gauge, histogram } from '@asaichi/service/metrics.ts'

export type DeskMetrics = {
  readonly count: (outcome: string) => void
  readonly batch: (size: number) => void
  readonly firstAccepted: (seconds: number) => void
  readonly watch: (read: () => { readonly waiting: number; readonly unwritten: number }) => void
}

/** Counted by hand, because generic middleware costs the desk a quarter of its throughput. Outcomes are the contract's codes. */
export function createDeskMetrics(): DeskMetrics {
  let first = 0
  gauge(
    'reservation_first_accept_seconds',
    'Seconds from the latest opening of a date to its first accepted press',
    () => first,
  )
  return {
    count: counter('reservation_attempts_total', 'Presses by their answer; busy is what was shed', [
      'outcome',
    ]),
    batch: histogram(
      'reservation_batch_size',
      'Presses decided in one transaction',
      [1, 2, 5, 10, 20, 50, 100, 200, 400],
    ),
    firstAccepted(seconds) {
      first = seconds
    },
    watch(read) {
      gauge('reservation_waiting', 'Presses waiting at the desks', () => read().waiting)
      gauge('reservation_receipts_unwritten', 'Refusals that wait for their receipt', () => read().unwritten)
    },
  }
}
