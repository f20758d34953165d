import { hash } from 'node:crypto'
import { newId } from '@asaichi/service/new-id.ts'
import type { Attempt } from '../domain/attempt.ts'

/** One press. Its hash and ids are made when they are asked for, because a press that memory refuses needs none. */
export function attemptOf(press: Omit<Attempt, 'bodyHash' | 'ids'>): Attempt {
  return new Press(press)
}

class Press implements Attempt {
  readonly personId: string
  readonly cityId: string
  readonly key: string
  readonly application: Attempt['application']
  readonly bookedByPerson?: string
  readonly trace: string | undefined
  #ids: Attempt['ids'] | undefined

  constructor(press: Omit<Attempt, 'bodyHash' | 'ids'>) {
    const { personId, cityId, key, application, bookedByPerson } = press
    this.personId = personId
    this.cityId = cityId
    this.key = key
    this.application = application
    this.trace = press.trace
    if (bookedByPerson !== undefined) this.bookedByPerson = bookedByPerson
  }

  get ids(): Attempt['ids'] {
    this.#ids ??= { receiptId: newId(), reservationId: newId(), occupancyId: newId() }
    return this.#ids
  }

  get bodyHash(): string {
    return hash('sha256', JSON.stringify(this.application), 'base64url')
  }
}
