import { emit } from '@asaichi/bus/emit.ts'
import type { Actor } from '@asaichi/contract/actor.ts'
import { personWithdrawn } from '@asaichi/contract/identity/own-data.ts'
import { moveReservation } from '@asaichi/contract/reservation/moves.ts'
import * as points from '@asaichi/contract/reservation/points.ts'
import * as contract from '@asaichi/contract/reservation/reservation.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { everydayApplication } from '@asaichi/testkit/everyday-event.ts'
import { codeOf, valueOf } from '@asaichi/testkit/outcome.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { LATE, OVER, type PointsBed, startPointsBed } from './points-bed.ts'
import { staff, staffElsewhere } from './reservation-bed.ts'

let bed: PointsBed
let owner: Actor
beforeEach(async () => {
  bed = await startPointsBed({ moveAllowed: true })
  ;[owner] = await bed.people(1)
})
afterEach(() => bed[Symbol.asyncDispose]())

const read = async ({ reservationId }: contract.Reservation) =>
  valueOf(await bed.call(contract.getReservation, { actor: owner, reservationId }))

async function leave(): Promise<void> {
  const { personId } = owner
  await bed.neighbours.identity.publish(tx =>
    emit(tx, personWithdrawn, {
      aggregateId: personId,
      version: 1,
      data: { withdrawalId: newId(), personId, cityId: 'mitaka' },
    }),
  )
  await bed.quiet(bed.neighbours.identity)
}

describe('G8: a late cancel', () => {
  test('is told before, refused where it was not, and gives its points once', async () => {
    const booking = await bed.approved(owner)
    await bed.at('2024-11-23T14:59:59.999Z')
    expect(await read(booking)).toMatchObject({ points: [], cancelPoints: 0 })
    await bed.at(LATE)
    expect(await read(booking)).toMatchObject({ points: [], cancelPoints: 1 })
    const untold = { ok: false, refusal: { code: 'gives-points', detail: { points: 1 } } }
    expect(await bed.cancel(owner, booking)).toEqual(untold)
    expect(await read(booking)).toMatchObject({ status: 'approved', version: booking.version })
    expect(await bed.cancel(owner, booking, { points: 1 })).toMatchObject({ value: { status: 'cancelled' } })
    expect(await bed.cancel(owner, booking)).toMatchObject({ value: { status: 'cancelled' } })
    const after = await read(booking)
    expect(after).not.toHaveProperty('cancelPoints')
    expect(after.points).toMatchObject([{ cause: 'late-cancel', points: 1, at: LATE, waivedAt: null }])
    const { reservationId } = booking
    const fact = await bed.facts.waitFor(points.pointsGiven, each => each.reservationId === reservationId)
    expect(fact).toMatchObject({ personId: owner.personId, cityId: 'mitaka' })
    expect(await bed.mine(owner)).toMatchObject({ counted: 1, bannedUntil: null, items: [{ reservationId }] })
    expect(await bed.call(points.getPointsMail, { pointId: fact.pointId })).toMatchObject({
      value: { counted: 1, point: { points: 1 }, spaceName: '1階洋室', personId: owner.personId },
    })
    expect(bed.facts.of(points.pointsGiven)).toHaveLength(1)
  })

  test('by staff, by a withdrawal, or of what nobody had approved gives none', async () => {
    const [byStaff, left] = [
      await bed.approved(owner),
      await bed.approved(owner, { from: '11:00', to: '12:00' }),
    ]
    const pending = await bed.booked(owner, { from: '13:00', to: '14:00' })
    await bed.at(LATE)
    expect(await read(pending)).toMatchObject({ cancelPoints: 0 })
    expect(codeOf(await bed.cancel(owner, pending))).toBe('done')
    expect(codeOf(await bed.cancel(staff, byStaff, { reason: '停電' }))).toBe('done')
    await leave()
    expect(await read(left)).toMatchObject({ status: 'cancelled', cancelledBy: 'city' })
    expect((await bed.mine(owner)).items).toEqual([])
  })

  test('M30: of what was moved away late is late too, and a move in time is not', async () => {
    const bookings = [await bed.approved(owner), await bed.approved(owner, { from: '11:00', to: '12:00' })]
    const move = async ({ reservationId, from, to }: contract.Reservation) => {
      const application = everydayApplication({ date: '2024-12-15', from, to })
      const asked = { actor: owner, reservationId, key: newId(), application }
      return valueOf(await bed.call(moveReservation, asked)).reservation
    }
    const [early, late] = bookings
    if (!early || !late) throw new Error('nothing booked')
    await bed.at('2024-11-20T00:00:00.000Z')
    const inTime = await move(early)
    await bed.at(LATE)
    const tooLate = await move(late)
    expect(await read(inTime)).toMatchObject({ cancelPoints: 0 })
    expect(await read(tooLate)).toMatchObject({ cancelPoints: 1 })
  })
})

describe('G8: 来なかった', () => {
  test('is marked once the use is over, once for two at once, by staff of the city alone', async () => {
    const booking = await bed.approved(owner)
    const { reservationId } = booking
    await bed.at('2024-12-01T00:59:59.999Z')
    expect(codeOf(await bed.mark(booking))).toBe('use-not-over')
    await bed.at(OVER)
    expect(codeOf(await bed.mark(booking, owner))).toBe('not-allowed')
    expect(codeOf(await bed.mark(booking, staffElsewhere))).toBe('not-found')
    const [one, other] = await Promise.all([bed.mark(booking), bed.mark(booking)])
    expect(valueOf(one)).toMatchObject({ cause: 'no-show', points: 2, at: OVER })
    expect(other).toEqual(one)
    const act = await bed.facts.waitFor(contract.staffActed, each => each.act === 'mark-no-show')
    expect(act).toMatchObject({ staffId: staff.personId, personId: owner.personId, aboutId: reservationId })
    const acts = bed.facts.of(contract.staffActed).filter(each => each.act === 'mark-no-show')
    expect([acts.length, bed.facts.of(points.pointsGiven).length]).toEqual([1, 1])
    expect((await bed.mine(owner)).items).toHaveLength(1)
  })

  test('and a cancel at the last moment exclude each other', async () => {
    const booking = await bed.approved(owner)
    await bed.at('2024-12-01T00:59:59.999Z')
    const [gone, marked] = await Promise.all([bed.cancel(owner, booking, { points: 1 }), bed.mark(booking)])
    expect([codeOf(gone), codeOf(marked)]).toEqual(['done', 'use-not-over'])
    await bed.at(OVER)
    expect(codeOf(await bed.mark(booking))).toBe('use-not-over')
    expect((await bed.mine(owner)).items).toMatchObject([{ cause: 'late-cancel' }])
  })

  test('is taken back with a reason that the person reads, and not set again', async () => {
    const booking = await bed.approved(owner)
    await bed.at(OVER)
    const { pointId } = valueOf(await bed.mark(booking))
    const waive = (reason: string, actor = staff) => bed.call(points.waivePoints, { actor, pointId, reason })
    expect(codeOf(await waive('来た', owner))).toBe('not-allowed')
    expect(codeOf(await waive('来た', staffElsewhere))).toBe('not-found')
    const waived = await waive('来ていた。記録の誤り')
    expect(valueOf(waived)).toMatchObject({ waivedAt: OVER, waivedBecause: '来ていた。記録の誤り' })
    expect(await waive('もう一度')).toEqual(waived)
    expect(codeOf(await bed.mark(booking))).toBe('mark-taken-back')
    await bed.facts.waitFor(contract.staffActed, each => each.act === 'waive-points')
    expect(bed.facts.of(contract.staffActed).filter(each => each.act === 'waive-points')).toHaveLength(1)
    expect(await bed.mine(owner)).toMatchObject({
      counted: 0,
      items: [{ waivedBecause: '来ていた。記録の誤り' }],
    })
  })

  test('A76: nobody waives points of their own', async () => {
    const booking = await bed.approved(owner)
    await bed.at(OVER)
    const { pointId } = valueOf(await bed.mark(booking))
    bed.own.add(owner.personId)
    const asked = { actor: staff, pointId, reason: '自分で' }
    expect(codeOf(await bed.call(points.waivePoints, asked))).toBe('own-booking')
  })

  test('V11: why points were waived goes with whom it is about; the points stay without a name', async () => {
    const booking = await bed.approved(owner)
    await bed.at(OVER)
    const { pointId } = valueOf(await bed.mark(booking))
    await bed.call(points.waivePoints, { actor: staff, pointId, reason: '入院されていたため' })
    await leave()
    expect((await bed.mine(owner)).items).toMatchObject([{ points: 2, waivedBecause: '（退会により消去）' }])
  })
})

test('G8: points are rows that nobody changes', async () => {
  const booking = await bed.approved(owner)
  await bed.at(OVER)
  await bed.mark(booking)
  const may = await bed.sql<{ table: string; may: boolean }>(
    `select t as table, has_table_privilege(r.rolname, 'reservation.' || t, 'update,delete') as may
     from unnest(array['points', 'point_waivers']) t, pg_roles r where r.rolname like '%reservation%' and not r.rolsuper and r.rolcanlogin`,
  )
  expect(may.length).toBeGreaterThan(0)
  expect(may.filter(each => each.may)).toEqual([])
})
