import type { Actor } from '@asaichi/contract/actor.ts'
import type { ClosingPlan } from '@asaichi/contract/reservation/closing-plan.ts'
import * as closings from '@asaichi/contract/reservation/closings.ts'
import * as requests from '@asaichi/contract/reservation/hold-requests.ts'
import { staffActed } from '@asaichi/contract/reservation/reservation.ts'
import * as desk from '@asaichi/contract/reservation/staff.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { forEachTest } from '@asaichi/testkit/for-each-test.ts'
import { expect, test } from 'vitest'
import { staffElsewhere, startReservationBed } from './reservation-bed.ts'

const HOURS = 10
const clerk: Actor = { personId: newId(), role: 'staff', cityId: 'mitaka' }
const colleague: Actor = { personId: newId(), role: 'admin', cityId: 'mitaka' }
const PLAN: ClosingPlan = {
  kind: 'closure',
  reason: '配管の工事',
  venueId: 'kokaido',
  spaceIds: ['yoshitsu'],
  first: '2024-12-02',
  last: '2024-12-03',
  weekdays: [],
  from: '10:00',
  to: '20:00',
}
const TOO_MUCH = {
  refusal: { code: 'second-person-needed', detail: { hours: 20, hoursADay: HOURS } },
}

const bed = forEachTest(() => startReservationBed({ holds: { hoursADay: HOURS } }, 2))

type Wanted = { readonly date: string; readonly from: string; readonly to: string; readonly reason?: string }
const hold = (wanted: Wanted, actor = clerk) =>
  bed.call(desk.holdSpace, { actor, spaceId: 'yoshitsu', kind: 'closure', reason: '停電', ...wanted })
const place = (actId: string = newId(), actor = clerk, plan = PLAN) =>
  bed.call(closings.placeClosing, { actor, actId, plan })
const allow = (requestId: string, actor = colleague) => bed.call(requests.allowHold, { actor, requestId })
const kept = () =>
  bed.sql<{ allowedBy: string | null }>('select allowed_by as "allowedBy" from reservation.holds')

async function waiting(actor = colleague) {
  const outcome = await bed.call(requests.listHoldRequests, { actor })
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value.items
}
async function requestId() {
  const [request] = await waiting()
  if (!request) throw new Error('nothing waits')
  return request.requestId
}

test('P7, A77: small acts in a row add up over rooms, days and kinds; each member of staff and each day begins anew', async () => {
  expect(await hold({ date: '2024-12-02', from: '09:00', to: '15:00' })).toMatchObject({ ok: true })
  expect(
    await bed.call(desk.holdSpace, {
      actor: clerk,
      spaceId: 'hall-a',
      kind: 'city-use',
      reason: '会議',
      date: '2024-12-05',
      from: '09:00',
      to: '13:00',
    }),
  ).toMatchObject({ ok: true })
  const more = { date: '2024-12-09', from: '09:00', to: '09:30' }
  expect(await hold(more)).toMatchObject({
    refusal: { code: 'second-person-needed', detail: { hours: 0.5, hoursADay: HOURS } },
  })
  expect(await hold({ ...more, date: '2024-12-10' }, colleague)).toMatchObject({ ok: true })
  await bed.at('2024-11-10T14:59:59.999Z')
  expect(await hold(more)).toMatchObject({ ok: false })
  await bed.at('2024-11-10T15:00:00.000Z')
  expect(await hold(more)).toMatchObject({ ok: true })
})

test('P7: what is given back the same day counts all the same', async () => {
  const times = { date: '2024-12-02', from: '09:00', to: '19:00' }
  const held = await hold(times)
  if (!held.ok) throw new Error(held.refusal.code)
  await bed.call(desk.releaseHold, { actor: clerk, occupancyId: held.value.occupancyId })
  expect(await hold(times)).toMatchObject({ refusal: { code: 'second-person-needed' } })
})

test('P7: an act that is refused for something else counts nothing', async () => {
  const times = { date: '2024-12-02', from: '09:00', to: '14:00' }
  expect(await hold(times, colleague)).toMatchObject({ ok: true })
  for (let tries = 0; tries < 3; tries += 1)
    expect(await hold(times)).toMatchObject({ refusal: { code: 'taken' } })
  expect(await hold({ ...times, date: '2024-12-03', to: '19:00' })).toMatchObject({ ok: true })
})

test('P7: two desks at once let one member of staff keep no more than one desk would', async () => {
  const dates = Array.from({ length: 24 }, (_, day) => `2024-12-${String(day + 1).padStart(2, '0')}`)
  const outcomes = await Promise.all(dates.map(date => hold({ date, from: '10:00', to: '13:00' })))
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(3)
  expect(await kept()).toHaveLength(3)
})

test('P7, V4: a colleague allows what was asked for, it is done once, and the log tells who allowed it', async () => {
  for (let presses = 0; presses < 3; presses += 1) expect(await place()).toMatchObject(TOO_MUCH)
  expect(await waiting(clerk)).toMatchObject([{ askedBy: clerk.personId, isOwn: true }])
  expect(await waiting()).toMatchObject([
    { askedBy: clerk.personId, isOwn: false, plan: PLAN, hours: 20, cancels: 0, allowedAt: null },
  ])
  const id = await requestId()
  for (let presses = 0; presses < 2; presses += 1) expect(await allow(id)).toMatchObject({ ok: true })
  expect(await kept()).toEqual([])
  const acted = await bed.facts.waitFor(staffActed, each => each.act === 'allow-hold')
  expect(acted).toMatchObject({ staffId: colleague.personId, personId: clerk.personId, aboutId: id })
  expect(bed.facts.of(staffActed)).toHaveLength(1)

  // Another plan, and another who asks, are not what was allowed.
  expect(await place(newId(), clerk, { ...PLAN, last: '2024-12-04' })).toMatchObject({ ok: false })
  expect(await place(newId(), colleague)).toMatchObject(TOO_MUCH)
  const actId = newId()
  const answers = await Promise.all([place(actId), place(actId)])
  for (const answer of answers) expect(answer).toMatchObject({ ok: true, value: { spans: 2 } })
  expect(await kept()).toEqual([{ allowedBy: colleague.personId }, { allowedBy: colleague.personId }])
  await bed.call(closings.releaseClosing, { actor: clerk, actId })
  expect(await place()).toMatchObject(TOO_MUCH)
  // What a colleague allowed leaves the day's own hours as they were.
  expect(await hold({ date: '2024-12-16', from: '10:00', to: '20:00' })).toMatchObject({ ok: true })
})

test('P7: nobody allows for themselves, under another account, for another city, as a resident, or the day after', async () => {
  await place()
  const id = await requestId()
  expect(await allow(id, clerk)).toMatchObject({ refusal: { code: 'own-request' } })
  expect(await allow(id, staffElsewhere)).toMatchObject({ refusal: { code: 'not-found' } })
  expect(await allow(newId())).toMatchObject({ refusal: { code: 'not-found' } })
  const [resident] = await bed.people(1)
  expect(await allow(id, resident)).toMatchObject({ refusal: { code: 'not-allowed' } })
  expect(await bed.call(requests.listHoldRequests, { actor: resident })).toMatchObject({
    refusal: { code: 'not-allowed' },
  })
  expect(await waiting(staffElsewhere)).toEqual([])
  bed.own.add(clerk.personId)
  expect(await allow(id)).toMatchObject({ refusal: { code: 'own-request' } })
  bed.own.delete(clerk.personId)
  await bed.at('2024-11-10T15:00:00.000Z')
  expect(await allow(id)).toMatchObject({ refusal: { code: 'not-found' } })
  expect(await waiting()).toEqual([])
})

test('P7: whoever presses for ever asks for no more than twenty things', async () => {
  for (let nr = 0; nr < 25; nr += 1)
    expect(await place(newId(), clerk, { ...PLAN, reason: `工事 ${nr}` })).toMatchObject(TOO_MUCH)
  expect(await waiting()).toHaveLength(20)
})
