import { hash } from 'node:crypto'
import { newId } from '@asaichi/service/new-id.ts'
import type { Attempt } from '../domain/attempt.ts'

/** One press. Its hash and ids are made when they are asked for, because a press that memory refuses needs none. */
export function attemptOf(press: Omit<Attempt, 'bodyHash' | 'ids'>): Attempt {
  let ids: Attempt['ids'] | undefined
  return {
    ...press,
    get ids() {
      ids ??= { receiptId: newId(), reservationId: newId(), occupancyId: newId() }
      return ids
    },
    get bodyHash() {
      return hash('sha256', JSON.stringify(press.application), 'base64url')
    },
  }
}
