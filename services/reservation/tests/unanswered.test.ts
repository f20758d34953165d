import { emit } from '@asaichi/bus/emit.ts'
import type { Actor } from '@asaichi/contract/actor.ts'
import { cityChanged } from '@asaichi/contract/catalog/city.ts'
import { approve } from '@asaichi/contract/reservation/staff.ts'
import { answersWanted, getAnswersWantedMail } from '@asaichi/contract/reservation/unanswered.ts'
import { demoCity } from '@asaichi/testkit/demo-city.ts'
import { afterEach, expect, test } from 'vitest'
import { type ReservationBed, staff, startReservationBed } from './reservation-bed.ts'

const DATES = ['2024-12-01', '2024-12-02'] as const

let bed: ReservationBed
afterEach(() => bed[Symbol.asyncDispose]())

async function open(policy: Parameters<typeof startReservationBed>[0]): Promise<Actor> {
  bed = await startReservationBed(policy)
  await bed.openDates(...DATES)
  const [owner] = await bed.people(1)
  return owner
}

function told(): readonly string[] {
  return bed.facts.of(answersWanted).map(each => `${each.venueId} ${each.date}`)
}

test('mail N, M25: what nobody answers is told some days before, once for all of a morning, and never again', async () => {
  const owner = await open({ answerWarning: { days: 3 } })
  const first = await bed.booked(owner, { from: '09:00', to: '10:00' })
  const answered = await bed.booked(owner, { from: '11:00', to: '12:00' })
  await bed.booked(owner, { from: '13:00', to: '15:00' })
  await bed.at('2024-11-27T23:59:00.000Z')
  expect(told()).toEqual([])
  await bed.at('2024-11-28T00:00:00.000Z')
  await bed.facts.waitFor(answersWanted)
  const { reservationId, version } = answered
  await bed.call(approve, { actor: staff, reservationId, expectedVersion: version })
  const mail = await bed.call(getAnswersWantedMail, { venueId: first.venueId })
  expect(mail).toMatchObject({
    value: {
      total: 2,
      items: [{ reservationId: first.reservationId, answerBy: first.startsAt }, { from: '13:00' }],
    },
  })
  await bed.at('2024-12-02T00:00:00.000Z')
  expect(told()).toEqual([`${first.venueId} 2024-11-28`])
})

test('mail N: what is asked for within those days is told on the next morning, with the rest', async () => {
  const owner = await open({ answerWarning: { days: 3 } })
  await bed.booked(owner, { from: '09:00', to: '10:00' })
  await bed.at('2024-11-28T03:00:00.000Z')
  const late = await bed.booked(owner, { from: '13:00', to: '15:00' })
  await bed.booked(owner, { date: '2024-12-02' })
  await bed.at('2024-11-29T00:00:00.000Z')
  expect(told()).toEqual([`${late.venueId} 2024-11-28`, `${late.venueId} 2024-11-29`])
  expect(await bed.call(getAnswersWantedMail, { venueId: late.venueId })).toMatchObject({
    value: { total: 3 },
  })
})

test('mail N: a city that does not ask for it is told nothing, and one that begins to is told what waits', async () => {
  const owner = await open({})
  const { venueId } = await bed.booked(owner)
  await bed.at('2024-11-29T03:00:00.000Z')
  expect(told()).toEqual([])
  const tellCity = async (version: number, policy: object) => {
    const city = demoCity({ cityId: 'mitaka', ...policy })
    await bed.neighbours.catalog.publish(tx =>
      emit(tx, cityChanged, { aggregateId: 'mitaka', version, data: { city, version } }),
    )
    await bed.quiet(bed.neighbours.catalog)
  }
  await tellCity(2, { answerWarning: { days: 5 } })
  await tellCity(3, { answerWarning: { days: 4 } })
  await bed.at('2024-11-30T00:00:00.000Z')
  expect(told()).toEqual([`${venueId} 2024-11-30`])
  await tellCity(4, {})
  const [due] = await bed.sql<{ rows: number }>(
    "select count(*)::int as rows from reservation.due_work where kind = 'warn-of-unanswered'",
  )
  expect(due).toEqual({ rows: 0 })
})
