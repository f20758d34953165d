import { emit } from '@asaichi/bus/emit.ts'
import type { Actor } from '@asaichi/contract/actor.ts'
import { cityChanged } from '@asaichi/contract/catalog/city.ts'
import type { HeadcountForm } from '@asaichi/contract/reservation/headcount.ts'
import { getReservation, type Reservation, staffActed } from '@asaichi/contract/reservation/reservation.ts'
import { approve } from '@asaichi/contract/reservation/staff.ts'
import { getUseReport } from '@asaichi/contract/reservation/use-report.ts'
import { writeHeadcount } from '@asaichi/contract/reservation/write-headcount.ts'
import { demoCity } from '@asaichi/testkit/demo-city.ts'
import { codeOf, valueOf } from '@asaichi/testkit/outcome.ts'
import { afterEach, expect, test } from 'vitest'
import { type ReservationBed, staff, staffElsewhere, startReservationBed } from './reservation-bed.ts'

const ADULTS = { kindId: 'adult', name: '大人', translations: { en: { name: 'Adults' } } }
const CHILDREN = { kindId: 'child', name: '子ども' }
const RULES = { kinds: [ADULTS, CHILDREN], days: 7 }
const OVER = '2024-12-01T01:00:00.000Z'
/** The last moment of the seventh day after the use. */
const LAST = '2024-12-08T14:59:59.000Z'

let bed: ReservationBed
afterEach(() => bed[Symbol.asyncDispose]())

const counts = (adult: number, child: number): HeadcountForm => [
  { kindId: 'adult', people: adult },
  { kindId: 'child', people: child },
]

async function begun(policy = {}) {
  bed = await startReservationBed({ headcount: RULES, quota: { liveReservations: null }, ...policy })
  await bed.openDates('2024-12-01')
  const [owner, stranger] = await bed.people(2)
  return { owner, stranger, booking: await approved(owner) }
}

async function approved(owner: Actor, application = {}): Promise<Reservation> {
  const { reservationId, version } = await bed.booked(owner, application)
  return valueOf(await bed.call(approve, { actor: staff, reservationId, expectedVersion: version }))
}

async function write(actor: Actor, { reservationId, version }: Reservation, form = counts(12, 3)) {
  return bed.call(writeHeadcount, { actor, reservationId, expectedVersion: version, counts: form })
}

const look = async (actor: Actor, { reservationId }: Reservation) =>
  valueOf(await bed.call(getReservation, { actor, reservationId }))

test('G15: the owner writes how many came once the use is over, and is asked by the city’s kinds', async () => {
  const { owner, stranger, booking } = await begun()
  expect(codeOf(await write(owner, booking))).toBe('use-not-over')
  expect(await look(owner, booking)).not.toHaveProperty('headcountAsked')
  await bed.at(OVER)
  const over = await look(owner, booking)
  expect(over.headcountAsked).toEqual({ kinds: RULES.kinds, until: '2024-12-08T15:00:00.000Z' })
  expect(codeOf(await write(stranger, over))).toBe('not-found')
  const written = valueOf(await write(owner, over))
  expect(written.headcount).toMatchObject({
    kinds: [
      { ...ADULTS, people: 12 },
      { ...CHILDREN, people: 3 },
    ],
    by: 'resident',
  })
  expect(valueOf(await write(owner, over)).version).toBe(written.version)
  expect(codeOf(await write(owner, over, counts(1, 1)))).toBe('state-changed')
})

test('G15: a number of every kind, and of no other, is asked', async () => {
  const { owner, booking } = await begun()
  await bed.at(OVER)
  const over = await look(owner, booking)
  const [adults, children] = counts(1, 2)
  for (const form of [[], [adults], [adults, adults], [adults, children, { kindId: 'dog', people: 1 }]])
    expect(
      codeOf(
        await write(
          owner,
          over,
          form.filter(each => each !== undefined),
        ),
      ),
    ).toBe('kinds-differ')
})

test('G15, G14: the owner corrects it for the city’s days, not during a stop, and staff after that, who are told of', async () => {
  const stop = { from: '2024-12-03', fromTime: '00:00', to: '2024-12-04', toTime: '00:00', text: '点検' }
  const { owner, booking } = await begun({ serviceStops: [stop] })
  await bed.at('2024-12-03T00:00:00.000Z')
  const over = await look(owner, booking)
  expect(codeOf(await write(owner, over))).toBe('service-stopped')
  await bed.at(LAST)
  const first = valueOf(await write(owner, over))
  await bed.at('2024-12-08T15:00:00.000Z')
  expect(
    await bed.call(writeHeadcount, {
      actor: owner,
      reservationId: booking.reservationId,
      expectedVersion: first.version,
      counts: counts(0, 0),
    }),
  ).toMatchObject({
    refusal: { code: 'headcount-closed', detail: { closedAt: '2024-12-08T15:00:00.000Z' } },
  })
  expect(await look(owner, booking)).not.toHaveProperty('headcountAsked')
  expect(codeOf(await write(staffElsewhere, first))).toBe('not-found')
  const put = valueOf(await write(staff, first, counts(20, 0)))
  expect(put.headcount).toMatchObject({ by: 'staff', kinds: [{ people: 20 }, { people: 0 }] })
  expect(await bed.facts.waitFor(staffActed, ({ act }) => act === 'write-headcount')).toMatchObject({
    staffId: staff.personId,
    aboutId: booking.reservationId,
  })
  await bed.at('2026-01-06T00:00:00.000Z')
  expect(codeOf(await write(staff, put))).toBe('headcount-closed')
})

test('G15: a city that does not ask takes none, and what was written keeps its kinds when the city changes them', async () => {
  const { owner, booking } = await begun({ headcount: undefined })
  await bed.at(OVER)
  const over = await look(owner, booking)
  expect(over).not.toHaveProperty('headcountAsked')
  expect(codeOf(await write(owner, over))).toBe('headcount-not-asked')
  await tellCity({ headcount: RULES }, 2)
  const written = valueOf(await write(owner, over))
  await tellCity({ headcount: { ...RULES, kinds: [{ kindId: 'all', name: '利用者' }] } }, 3)
  expect((await look(owner, booking)).headcountAsked?.kinds).toEqual(RULES.kinds)
  expect(valueOf(await write(owner, written, counts(4, 4))).headcount?.kinds).toHaveLength(2)
})

test('T11, G15: the report counts people by venue, month and kind, and the uses nobody wrote of', async () => {
  const { owner, booking } = await begun()
  await approved(owner, { from: '13:00', to: '14:00' })
  await bed.at('2024-12-01T09:00:00.000Z')
  await expect.poll(async () => (await look(owner, booking)).status).toBe('used')
  valueOf(await write(owner, await look(owner, booking)))
  const report = async (month: string) =>
    valueOf(await bed.call(getUseReport, { actor: staff, from: month, to: month })).headcounts
  await expect.poll(async () => (await report('2024-12'))?.venues[0]?.bookings).toBe(2)
  expect(await report('2024-12')).toEqual({
    kinds: [
      { kindId: 'adult', name: '大人' },
      { kindId: 'child', name: '子ども' },
    ],
    venues: [
      {
        venueId: 'kokaido',
        venueName: expect.any(String),
        month: '2024-12',
        bookings: 2,
        written: 1,
        people: 15,
        kinds: [
          { kindId: 'adult', people: 12 },
          { kindId: 'child', people: 3 },
        ],
      },
    ],
  })
  expect((await report('2024-11'))?.venues).toEqual([])
})

async function tellCity(policy: object, version: number) {
  const city = demoCity({ cityId: 'mitaka', ...policy })
  await bed.neighbours.catalog.publish(tx =>
    emit(tx, cityChanged, { aggregateId: 'mitaka', version, data: { city, version } }),
  )
  await bed.quiet(bed.neighbours.catalog)
}
