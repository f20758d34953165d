import type { Actor } from '@asaichi/contract/actor.ts'
import type { CityPolicy } from '@asaichi/contract/catalog/city.ts'
import * as money from '@asaichi/contract/reservation/money.ts'
import type { Reservation } from '@asaichi/contract/reservation/reservation.ts'
import { approve } from '@asaichi/contract/reservation/staff.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { expect } from 'vitest'
import { type ReservationBed, staff, startReservationBed } from './reservation-bed.ts'

export const MONEY = {
  payee: '試験市長',
  bankAccount: '試験銀行 本店 普通 1234567',
  registrationNumber: 'T1234567890123',
  dueDays: 14,
  refunds: [
    { daysBefore: 14, percent: 100 },
    { daysBefore: 7, percent: 50 },
  ],
}
/** Two hours of the paid listing: 1,200 yen. */
export const PAID = { listingId: 'yoshitsu-paid', paidEvent: true, from: '09:00', to: '11:00' } as const

export type MoneyBed = ReservationBed & {
  readonly owner: Actor
  readonly approved: (owner: Actor, application?: object) => Promise<Reservation>
  readonly billOf: (
    booking: Reservation,
    actor?: Actor,
  ) => Promise<Extract<Awaited<ReturnType<typeof bill>>, { ok: true }>['value']>
  readonly receive: (
    booking: Reservation,
    yen: number,
    owedSeen: number,
    more?: object,
  ) => ReturnType<typeof pay>
  readonly refund: (booking: Reservation, yen: number, owedSeen: number) => ReturnType<typeof pay>
}

const PAYMENT = { actor: staff, means: 'cash' } as const
type Pressed = { readonly reservationId: string; readonly yen: number; readonly owedSeen: number }

function bill(bed: ReservationBed, actor: Actor, reservationId: string) {
  return bed.call(money.getBill, { actor, reservationId })
}

function pay(
  bed: ReservationBed,
  request: typeof money.receivePayment | typeof money.refundPayment,
  pressed: Pressed,
) {
  return bed.call(request, { ...PAYMENT, key: newId(), ...pressed })
}

/** The bed of reservations in a city that asks for money, with two open dates and somebody who books. */
export async function startMoneyBed(policy: Partial<CityPolicy> = {}): Promise<MoneyBed> {
  const bed = await startReservationBed({ money: MONEY, ...policy })
  await bed.openDates('2024-12-01', '2024-12-02')
  const [owner] = await bed.people(1)
  return {
    ...bed,
    owner,
    async approved(person, application = {}) {
      const { reservationId, version } = await bed.booked(person, { ...PAID, ...application })
      const outcome = await bed.call(approve, { actor: staff, reservationId, expectedVersion: version })
      if (!outcome.ok) throw new Error(outcome.refusal.code)
      return outcome.value
    },
    async billOf({ reservationId }, actor = staff) {
      const outcome = await bill(bed, actor, reservationId)
      if (!outcome.ok) throw new Error(outcome.refusal.code)
      const { bill: sums, postings } = outcome.value
      // Whatever happens, the bill is the sum of its ledger.
      const sum = (of: 'charged' | 'paid') => postings.reduce((total, posting) => total + posting[of], 0)
      expect({ charged: sum('charged'), paid: sum('paid') }).toEqual({
        charged: sums.charged,
        paid: sums.paid,
      })
      return outcome.value
    },
    receive: ({ reservationId }, yen, owedSeen, more = {}) =>
      pay(bed, money.receivePayment, { reservationId, yen, owedSeen, ...more }),
    refund: ({ reservationId }, yen, owedSeen) =>
      pay(bed, money.refundPayment, { reservationId, yen, owedSeen }),
  }
}
