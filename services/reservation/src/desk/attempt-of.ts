import { hash } from 'node:crypto'
import { newId } from '@asaichi/service/new-id.ts'
import type { Attempt } from '../domain/attempt.ts'

/** One press. Its hash is made when it is asked for, because a press that memory refuses needs none. */
export function attemptOf(press: Omit<Attempt, 'bodyHash' | 'ids'>): Attempt {
  return {
    ...press,
    ids: { receiptId: newId(), reservationId: newId(), occupancyId: newId() },
    get bodyHash() {
      return hash('sha256', JSON.stringify(press.application), 'base64url')
    },
  }
}
