import { emit } from '@asaichi/bus/emit.ts'
import type { Actor } from '@asaichi/contract/actor.ts'
import { permissionChanged } from '@asaichi/contract/identity/permission.ts'
import { cancel } from '@asaichi/contract/reservation/reservation.ts'
import { applyFor } from '@asaichi/contract/reservation/staff.ts'
import { watchedTimeFreed, watchTime } from '@asaichi/contract/reservation/watches.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { everydayApplication } from '@asaichi/testkit/everyday-event.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { codeOf, valueOf } from '@asaichi/testkit/outcome.ts'
import { beforeEach, expect, test } from 'vitest'
import { staff, startReservationBed } from './reservation-bed.ts'

const bed = await forThisFile(
  startReservationBed({
    reopening: { kind: 'at-once' },
    quota: { liveReservations: null },
    classes: [
      { classId: 'residents', name: '市内' },
      { classId: 'outside', name: '市外', firstComeDelayDays: 14 },
    ],
  }),
)
await bed.openDates('2024-12-01')
const OPENS = '2024-11-16T22:00:00.000Z'
const notYet = (serverTime: string) => ({
  ok: false,
  refusal: { code: 'not-open-yet', detail: { opensAt: OPENS, serverTime } },
})

async function ofClass(actor: Actor, classId: string, version = 2): Promise<Actor> {
  const { personId } = actor
  await bed.neighbours.identity.publish(tx =>
    emit(tx, permissionChanged, {
      aggregateId: `${personId}:mitaka`,
      version,
      data: {
        personId,
        cityId: 'mitaka',
        status: 'approved',
        adultFrom: '2000-01-01',
        classId,
        classOnly: true,
      },
    }),
  )
  await bed.quiet(bed.neighbours.identity)
  return actor
}

beforeEach(() => bed.at('2024-11-10T00:00:00.000Z'))

test('G11, M21: first come opens later for a class, at 07:00 of its own day and not a millisecond sooner', async () => {
  const [resident, person] = await bed.people(2)
  const outsider = await ofClass(person, 'outside')
  const time = { from: '09:00', to: '10:00' }
  expect(await bed.press(outsider, time)).toMatchObject(notYet('2024-11-10T00:00:00.000Z'))
  await bed.at('2024-11-16T21:59:59.999Z')
  expect(await bed.press(outsider, time)).toMatchObject(notYet('2024-11-16T21:59:59.999Z'))
  valueOf(await bed.press(resident, { from: '10:00', to: '11:00' }))
  await bed.at(OPENS)
  valueOf(await bed.press(outsider, time))
})

test('G11: another class counts from the next press on, in both directions, also in a crowd that memory answers', async () => {
  const [person, ...crowd] = await bed.people(60)
  if (!person) throw new Error('nobody')
  const outsider = await ofClass(person, 'outside')
  const time = { from: '11:00', to: '12:00' }
  const press = () => bed.press(outsider, time).then(codeOf)
  expect(await press()).toBe('not-open-yet')
  await Promise.all(crowd.map(actor => bed.press(actor, { from: '12:00', to: '13:00' })))
  await ofClass(outsider, 'residents', 3)
  expect(await press()).toBe('done')
  await ofClass(outsider, 'outside', 4)
  expect(await bed.press(outsider, { from: '13:00', to: '14:00' }).then(codeOf)).toBe('not-open-yet')
})

test('G11, G13: staff book for a caller under the caller’s class', async () => {
  const [person] = await bed.people(1)
  const { personId } = await ofClass(person, 'outside')
  const application = everydayApplication({ from: '14:00', to: '15:00' })
  const asked = () => bed.call(applyFor, { actor: staff, personId, key: newId(), application })
  expect(await asked()).toMatchObject(notYet('2024-11-10T00:00:00.000Z'))
  await bed.at(OPENS)
  expect(codeOf(await asked())).toBe('done')
})

test('G11: who has a class that the city no longer has is of the first', async () => {
  const [person] = await bed.people(1)
  const actor = await ofClass(person, 'gone')
  expect(codeOf(await bed.press(actor, { from: '15:00', to: '16:00' }))).toBe('done')
})

test('G5, G11: a time that is free again is told to those who can book it, and not to those who cannot yet', async () => {
  const [owner, resident, person] = await bed.people(3)
  const outsider = await ofClass(person, 'outside')
  const time = { from: '17:00', to: '18:00' }
  const { reservationId } = await bed.booked(owner, time)
  const watch = { listingId: 'yoshitsu', date: '2024-12-01', ...time }
  for (const actor of [outsider, resident]) valueOf(await bed.call(watchTime, { actor, ...watch }))
  valueOf(await bed.call(cancel, { actor: owner, reservationId }))
  await bed.facts.waitFor(watchedTimeFreed, fact => fact.personId === resident.personId)
  expect(bed.facts.of(watchedTimeFreed).map(fact => fact.personId)).not.toContain(outsider.personId)
})
