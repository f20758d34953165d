import { emit } from '@asaichi/bus/emit.ts'
import type { Actor } from '@asaichi/contract/actor.ts'
import { type CityPolicy, cityChanged } from '@asaichi/contract/catalog/city.ts'
import { venueChanged } from '@asaichi/contract/catalog/venue.ts'
import { done, type OutcomeOf } from '@asaichi/contract/define.ts'
import { listOwnAccounts } from '@asaichi/contract/identity/staff.ts'
import { roundClosedEmpty } from '@asaichi/contract/lottery/rounds.ts'
import { type Application, apply, type Reservation } from '@asaichi/contract/reservation/reservation.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { type Bed, startBed } from '@asaichi/testkit/bed.ts'
import { demoCity } from '@asaichi/testkit/demo-city.ts'
import { demoVenue } from '@asaichi/testkit/demo-venue.ts'
import { everydayApplication } from '@asaichi/testkit/everyday-event.ts'
import { newcomers } from '@asaichi/testkit/newcomers.ts'
import { type Producer, startProducer } from '@asaichi/testkit/producer.ts'
import { startReservation } from '../src/start.ts'

type Actors<N extends number> = N extends 1
  ? readonly [Actor]
  : N extends 2
    ? readonly [Actor, Actor]
    : N extends 3
      ? readonly [Actor, Actor, Actor]
      : N extends 4
        ? readonly [Actor, Actor, Actor, Actor]
        : readonly Actor[]

export type ReservationBed = Bed & {
  /** Tells of people with this permission and answers them as actors, once the service knows. */
  readonly people: <N extends number>(
    count: N,
    status?: 'approved' | 'applied',
    adultFrom?: string,
  ) => Promise<Actors<N>>
  readonly openDates: (...dates: readonly string[]) => Promise<void>
  readonly press: (
    actor: Actor,
    application?: Partial<Application>,
    key?: string,
  ) => Promise<OutcomeOf<typeof apply>>
  readonly booked: (actor: Actor, application?: Partial<Application>) => Promise<Reservation>
  /** Accounts that are the staff's own; identity is asked. */
  readonly own: Set<string>
  readonly neighbours: Readonly<Record<'catalog' | 'identity' | 'lottery', Producer>>
}

export const staff: Actor = { personId: newId(), role: 'staff', cityId: 'mitaka' }
export const staffElsewhere: Actor = { personId: newId(), role: 'staff', cityId: 'sapporo' }

/** The reservation service with its neighbours telling it a city, a venue, people and dates; the clock stands at 2024-11-10 09:00. */
export async function startReservationBed(
  policy: Partial<CityPolicy> = {},
  replicas = 1,
): Promise<ReservationBed> {
  const bed = await startBed()
  await bed.at('2024-11-10T00:00:00.000Z')
  const own = new Set([staff.personId])
  const neighbours = {
    catalog: await startProducer(bed, 'catalog'),
    identity: await startProducer(bed, 'identity'),
    lottery: await startProducer(bed, 'lottery'),
  }
  bed.serve(listOwnAccounts, ({ personIds }) =>
    done({ personIds: personIds.filter(personId => own.has(personId)) }),
  )
  const city = demoCity({ cityId: 'mitaka', ...policy })
  await neighbours.catalog.publish(async tx => {
    await emit(tx, cityChanged, { aggregateId: 'mitaka', version: 1, data: { city, version: 1 } })
    await emit(tx, venueChanged, {
      aggregateId: 'kokaido',
      version: 1,
      data: { venue: demoVenue(), version: 1 },
    })
  })
  for (let nr = 0; nr < replicas; nr++) await bed.start('reservation', startReservation)
  await bed.quiet(neighbours.catalog)

  const press: ReservationBed['press'] = (actor, differences = {}, key = newId()) =>
    bed.call(apply, {
      actor,
      key,
      application: everydayApplication(differences),
    })

  return {
    ...bed,
    neighbours,
    own,
    press,
    async people<N extends number>(
      count: N,
      status: 'approved' | 'applied' = 'approved',
      adultFrom = '2000-01-01',
    ) {
      const actors = await newcomers(bed, neighbours.identity, { count, status, adultFrom })
      // Safe: as many were made as were asked for.
      return actors as readonly Actor[] as Actors<N>
    },
    async openDates(...dates) {
      await neighbours.lottery.publish(async tx => {
        for (const date of dates) {
          const roundId = newId()
          await emit(tx, roundClosedEmpty, {
            aggregateId: roundId,
            version: 1,
            data: { roundId, cityId: 'mitaka', date },
          })
        }
      })
      await bed.quiet(neighbours.lottery)
    },
    async booked(actor, application = {}) {
      const outcome = await press(actor, application)
      if (!outcome.ok) throw new Error(`not booked: ${outcome.refusal.code}`)
      return outcome.value.reservation
    },
    async [Symbol.asyncDispose]() {
      for (const neighbour of Object.values(neighbours)) await neighbour[Symbol.asyncDispose]()
      await bed[Symbol.asyncDispose]()
    },
  }
}
