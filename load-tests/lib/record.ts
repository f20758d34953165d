import { accepted, latency, taken, unanswered, unexpected, waited } from './figures.ts'
import type { Answered } from './plan.ts'

// k6 has it; its types leave it to the DOM's, which has much that k6 has not.
declare const console: { readonly log: (line: string) => void }

/** Counts how a press ended and writes it down for the verifier, one line of JSON in the file of answers. */
export function record(answered: Answered | undefined): void {
  if (!answered) {
    unanswered.add(1)
    return
  }
  console.log(JSON.stringify(answered))
  latency.add(answered.answeredAtMs)
  waited.add(answered.answeredAtMs - answered.aimedAtMs)
  if (answered.status === 201) accepted.add(1)
  // Who won a time and presses for it once more is told of the own booking.
  else if (answered.code === 'taken' || answered.code === 'overlaps-own-booking') taken.add(1)
  else unexpected.add(1, { code: answered.code ?? String(answered.status) })
}
