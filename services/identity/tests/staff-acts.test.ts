import { emit } from '@asaichi/bus/emit.ts'
import type { Actor } from '@asaichi/contract/actor.ts'
import { listActs } from '@asaichi/contract/identity/profile.ts'
import * as doors from '@asaichi/contract/lock/staff.ts'
import * as entries from '@asaichi/contract/lottery/entries.ts'
import * as mails from '@asaichi/contract/notification/mails.ts'
import * as bookings from '@asaichi/contract/reservation/reservation.ts'
import type { StaffAct } from '@asaichi/contract/staff-act.ts'
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
  notification: await forThisFile(startProducer(bed, 'notification')),
}

const events = {
  reservation: bookings.staffActed,
  lottery: entries.staffActed,
  lock: doors.staffActed,
  notification: mails.staffActed,
}

test('V4: what staff do to a booking, its codes or an entry stands among the person’s acts, once, by role alone', async () => {
  const who = { personId: newId(), role: 'resident', cityId: 'mitaka' } as const
  const staffId = newId()
  const reservationId = newId()
  const entryId = '0b9c7a52-5c1f-4d2e-9a43-6f1f7f0a3b11'
  const did = { personId: who.personId, cityId: 'mitaka', staffId, aboutId: reservationId }
  await told('reservation', { ...did, act: 'book-for' })
  await told('reservation', { ...did, act: 'approve-booking' })
  await told('lock', { ...did, act: 'reissue-codes' })
  await told('reservation', { ...did, act: 'cancel-booking' })
  await told('reservation', { ...did, act: 'refuse-booking', aboutId: newId() })
  await told('lottery', { ...did, act: 'enter-for', aboutId: entryId })
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
  await told('reservation', { ...did, act: 'refuse-booking', aboutId: newId() })
  expect(await actsOf(who, 7)).toHaveLength(7)
})

test('V4, W6: what staff tell to who has no mail, or read of it, is an act on that person', async () => {
  const who = { personId: newId(), role: 'resident', cityId: 'mitaka' } as const
  const did = { personId: who.personId, cityId: 'mitaka', staffId: newId(), aboutId: null }
  await told('notification', { ...did, act: 'open-letter' })
  await told('notification', { ...did, act: 'tell-person' })
  const items = await actsOf(who, 2)
  expect(items.map(({ act, by }) => [act, by])).toEqual([
    ['tell-person', 'staff'],
    ['open-letter', 'staff'],
  ])
  expect(items[0]).toMatchObject({ reservationId: null, entryId: null })
})

async function told(from: keyof typeof producers, data: StaffAct) {
  const producer = producers[from]
  await producer.publish(tx => emit(tx, events[from], { aggregateId: newId(), version: 1, data }))
  await producer.sent()
}

async function actsOf(actor: Actor, atLeast: number) {
  return eventually(async () => {
    const { items } = valueOf(await bed.call(listActs, { actor }))
    expect(items.length).toBeGreaterThanOrEqual(atLeast)
    return items
  })
}
