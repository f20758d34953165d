import { randomUUID } from 'node:crypto'
import { emit } from '@asaichi/bus/emit.ts'
import type { Actor } from '@asaichi/contract/actor.ts'
import { done } from '@asaichi/contract/define.ts'
import { permissionChanged } from '@asaichi/contract/identity/permission.ts'
import { getWinners, roundPublished } from '@asaichi/contract/lottery/rounds.ts'
import { listMine } from '@asaichi/contract/reservation/reservation.ts'
import { winnersPlaced } from '@asaichi/contract/reservation/winners.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { valueOf } from '@asaichi/testkit/outcome.ts'
import { expect, test } from 'vitest'
import type { Winner } from '../src/domain/placement.ts'
import { startReservationBed } from './reservation-bed.ts'

// A Sunday; an hour of the paid listing is 600 yen.
const DATE = '2024-12-08'
const bed = await forThisFile(
  startReservationBed({
    classes: [
      { classId: 'residents', name: '市内' },
      { classId: 'outside', name: '市外', feePercent: 150 },
    ],
    restDayFee: { days: 'sun-holiday', percent: 120 },
  }),
)
const winners: Winner[] = []
bed.serve(getWinners, ({ after }) => done({ items: after === undefined ? winners : [], next: null }))

test('G10, M20: a win costs what its day and the winner’s class say when it is placed', async () => {
  const { identity, lottery } = bed.neighbours
  const [resident, outsider] = await bed.people(2)
  const { personId } = outsider
  await identity.publish(tx =>
    emit(tx, permissionChanged, {
      aggregateId: `${personId}:mitaka`,
      version: 2,
      data: {
        personId,
        cityId: 'mitaka',
        status: 'approved',
        adultFrom: '2000-01-01',
        classId: 'outside',
      },
    }),
  )
  await bed.quiet(identity)
  const won = (actor: Actor, from: string, to: string): Winner => ({
    entryId: randomUUID(),
    personId: actor.personId,
    wish: { listingId: 'yoshitsu-paid', date: DATE, from, to },
    eventName: '抽選の会',
    people: 8,
    note: '練習',
  })
  winners.push(won(resident, '09:00', '10:00'), won(outsider, '11:00', '12:00'))
  const roundId = newId()
  const data = { roundId, cityId: 'mitaka', dates: { first: DATE, last: DATE }, winners: winners.length }
  await lottery.publish(tx => emit(tx, roundPublished, { aggregateId: roundId, version: 5, data }))
  await bed.facts.waitFor(winnersPlaced, () => true)
  const mine = async (actor: Actor) => valueOf(await bed.call(listMine, { actor })).items
  expect((await mine(resident)).map(({ yen }) => yen)).toEqual([720])
  expect(await mine(outsider)).toMatchObject([
    { yen: 1_080, fee: [{ yen: 600 }, { kind: 'rest-day', yen: 120 }, { kind: 'class', yen: 360 }] },
  ])
})
