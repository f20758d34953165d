import { type Answer, busy } from './answer.ts'
import type { ReceiptBatch } from './receipt-writer.ts'

/** The answer to a press that memory refused. Nobody may hear it before its receipt is written. */
export type Held = { readonly answer: Answer; readonly batch: ReceiptBatch }

export function isHeld(one: object): one is Held {
  return 'batch' in one
}

/** The answer when it may be heard. Rejects with what kept its receipt from being written. */
export async function heard(answer: Answer | Held | Promise<Answer>): Promise<Answer> {
  if (!isHeld(answer)) return await answer
  await answer.batch.settled
  return heardNow(answer) ?? busy()
}

/** Nothing while the receipt is not written. Throws what kept it from being written. */
export function heardNow({ answer, batch }: Held): Answer | undefined {
  const state = batch.state()
  switch (state.status) {
    case 'waiting':
      return undefined
    case 'written':
      return answer
    case 'failed':
      throw state.error
    default:
      return state satisfies never
  }
}
