import { emit } from '@asaichi/bus/emit.ts'
import type { Actor } from '@asaichi/contract/actor.ts'
import type { Event } from '@asaichi/contract/define.ts'
import { listActs } from '@asaichi/contract/identity/profile.ts'
import { codesReissued } from '@asaichi/contract/lock/staff.ts'
import { entryReceived } from '@asaichi/contract/lottery/entries.ts'
import {
  reservationApproved,
  reservationCancelled,
  reservationRefused,
  reservationRequested,
} from '@asaichi/contract/reservation/reservation.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { valueOf } from '@asaichi/testkit/outcome.ts'
import { startProducer } from '@asaichi/testkit/producer.ts'
import { expect, test } from 'vitest'
import { startIdentityBed } from './identity-bed.ts'

const bed = await forThisFile(startIdentityBed())
const producers = {
  reservation: await forThisFile(startProducer(bed, 'reservation')),
  lottery: await forThisFile(startProducer(bed, 'lottery')),
  lock: await forThisFile(startProducer(bed, 'lock')),
}

const NOON = { spaceId: 'yoshitsu', startsAt: '2024-12-01T03:00:00.000Z', endsAt: '2024-12-01T04:00:00.000Z' }

test('V4: what staff do to a booking, its codes or an entry stands among the person’s acts, once, by role alone', async () => {
  const who = { personId: newId(), role: 'resident', cityId: 'mitaka' } as const
  const staffId = newId()
  const reservationId = newId()
  const entryId = '0b9c7a52-5c1f-4d2e-9a43-6f1f7f0a3b11'
  const booking = { reservationId, personId: who.personId, cityId: 'mitaka', venueId: 'kokaido', staffId }
  await told('reservation', reservationRequested, { ...booking, version: 1 })
  await told('reservation', reservationApproved, { ...booking, version: 2, number: '042817', ...NOON })
  const codes = { reservationId, personId: who.personId, issue: 2, by: { cityId: 'mitaka', staffId } }
  await told('lock', codesReissued, codes)
  await told('reservation', reservationCancelled, { ...booking, version: 3, by: 'city', wasApproved: true })
  await told('reservation', reservationRefused, { ...booking, reservationId: newId(), version: 2 })
  const entry = { entryId, roundId: newId(), personId: who.personId, cityId: 'mitaka', staffId }
  await told('lottery', entryReceived, entry)
  const items = await actsOf(who, 6)
  expect(items.map(({ act, by }) => `${act} by ${by}`).toSorted()).toEqual([
    'approve-booking by staff',
    'book-for by staff',
    'cancel-booking by staff',
    'enter-for by staff',
    'refuse-booking by staff',
    'reissue-codes by staff',
  ])
  expect(items.find(({ act }) => act === 'reissue-codes')).toMatchObject({ reservationId, entryId: null })
  expect(items.find(({ act }) => act === 'enter-for')).toMatchObject({ reservationId: null, entryId })
  expect(JSON.stringify(items)).not.toContain(staffId)
  await bed.sql('delete from identity.inbox')
  await bed.sql('update reservation.outbox set sent_at = null')
  await producers.reservation.sent()
  await told('reservation', reservationRefused, { ...booking, reservationId: newId(), version: 2 })
  expect(await actsOf(who, 7)).toHaveLength(7)
})

test('V4: what the resident or the system does to a booking is no act of staff', async () => {
  const who = { personId: newId(), role: 'resident', cityId: 'mitaka' } as const
  const booking = {
    reservationId: newId(),
    personId: who.personId,
    cityId: 'mitaka',
    venueId: 'kokaido',
    version: 1,
  }
  await told('reservation', reservationRequested, booking)
  await told('reservation', reservationApproved, { ...booking, number: '042818', ...NOON })
  await told('reservation', reservationCancelled, { ...booking, by: 'resident', wasApproved: true })
  await told('reservation', reservationRefused, { ...booking, staffId: newId() })
  expect((await actsOf(who, 1)).map(({ act }) => act)).toEqual(['refuse-booking'])
})

async function told(from: keyof typeof producers, event: Event, data: object) {
  const producer = producers[from]
  await producer.publish(tx => emit(tx, event, { aggregateId: newId(), version: 1, data }))
  await producer.sent()
}

async function actsOf(actor: Actor, atLeast: number) {
  return eventually(async () => {
    const { items } = valueOf(await bed.call(listActs, { actor }))
    expect(items.length).toBeGreaterThanOrEqual(atLeast)
    return items
  })
}
