import type { Application } from '@asaichi/contract/reservation/reservation.ts'
import { EVERYDAY_EVENT } from '@asaichi/testkit/everyday-event.ts'
import { CITY, type Slot } from '../ground.ts'
import type { Resident } from '../residents.ts'

/** One resident's press for one slot. */
export type Press = { readonly resident: Resident; readonly slot: Slot; readonly key: string }

/** Every press of a run has its own key, as if each resident had pressed once more. */
export function pressesOf(
  plan: readonly { readonly resident: Resident; readonly slot: Slot }[],
): readonly Press[] {
  const run = crypto.randomUUID().slice(0, 13)
  return plan.map((each, nr) => ({ ...each, key: `${run}-${nr}` }))
}

/** Press number `nr` of an endless crowd: residents in turn, each time round one slot further on. */
export function crowd(
  residents: readonly Resident[],
  slots: readonly Slot[],
): (nr: number) => { readonly resident: Resident; readonly slot: Slot } {
  return nr => {
    const round = Math.floor(nr / residents.length)
    const resident = residents[nr % residents.length]
    const slot = slots[(nr + round) % slots.length]
    if (!resident || !slot) throw new Error('A crowd needs residents and slots')
    return { resident, slot }
  }
}

export function applicationOf({ listingId, date, from, to }: Slot): Application {
  return {
    listingId,
    date,
    from,
    to,
    ...EVERYDAY_EVENT,
  }
}

/** The body of `reservation.call.apply.v1`. */
export function callOf({ resident, slot, key }: Press) {
  const actor = { personId: resident.personId, role: 'resident', cityId: CITY } as const
  return { actor, key, application: applicationOf(slot) }
}

/** `POST /api/reservations` as bytes. */
export function httpRequestOf({ resident, slot, key }: Press): Buffer {
  const body = JSON.stringify(applicationOf(slot))
  return Buffer.from(
    [
      'POST /api/reservations HTTP/1.1',
      'Host: 127.0.0.1',
      'Content-Type: application/json',
      `Cookie: session=${resident.token}`,
      `Idempotency-Key: ${key}`,
      `Content-Length: ${Buffer.byteLength(body)}`,
      '',
      body,
    ].join('\r\n'),
  )
}
