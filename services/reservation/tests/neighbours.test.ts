import type { Actor } from '@asaichi/contract/actor.ts'
import { applyMany, type PressAnswer } from '@asaichi/contract/reservation/presses.ts'
import { type Application, apply, cancel, getReceipt } from '@asaichi/contract/reservation/reservation.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { everydayApplication } from '@asaichi/testkit/everyday-event.ts'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ReservationBed, startReservationBed } from './reservation-bed.ts'

const DATE = '2024-12-01'
const HOURS = ['10', '11', '12', '13', '14', '15'] as const
const RUNS = 25
const PATIENT = { deadlineMs: 30_000 } as const

let bed: ReservationBed
let honest: readonly Actor[]
/** Every row of theirs that the database shall store makes it raise an error of the code that stands in the row. */
let cursed: readonly Actor[]

beforeAll(async () => {
  bed = await startReservationBed({ quota: { liveReservations: null }, reopening: { kind: 'at-once' } })
  await bed.openDates(DATE)
  honest = await bed.people(HOURS.length + 2)
  cursed = await bed.people(4)
  await curse(['22008', '22P05', '23505', '23514'])
  const [owner] = honest
  if (owner) await bed.booked(owner, { from: '09:00', to: '10:00' })
})
afterAll(() => bed[Symbol.asyncDispose]())

async function curse(codes: readonly string[]): Promise<void> {
  const cases = cursed
    .map(({ personId }, nr) => `when new.person_id = '${personId}' then '${codes[nr]}'`)
    .join(' ')
  await bed.sql(`
    create function public.curse() returns trigger language plpgsql as $$
    declare code text := case ${cases} end;
    begin
      if code is not null then raise exception 'cursed' using errcode = code; end if;
      return new;
    end $$`)
  for (const table of ['reservations', 'receipts'])
    await bed.sql(
      `create trigger curse before insert on reservation.${table} for each row execute function public.curse()`,
    )
}

type Press = { readonly actor: Actor; readonly key: string; readonly application: Application }

function press(actor: Actor | undefined, application: Parameters<typeof everydayApplication>[0]): Press {
  if (!actor) throw new Error('nobody there')
  return { actor, key: newId(), application: everydayApplication(application) }
}

/** One press wrong in one thing, for the very day and room of the others. */
const hostile: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(null, 7, 'press', [], {}, { actor: {}, key: '', application: {} }),
  fc
    .constantFrom<Readonly<Record<string, unknown>>>(
      { date: '0000-01-01' },
      { date: '0001-01-01' },
      { date: '2025-02-30' },
      { date: '9999-12-31' },
      { date: '+275760-09-13' },
      { date: 20241201 },
      { from: '99:00', to: '99:30' },
      { from: '24:00', to: '00:00' },
      { from: null },
      { people: 1e308 },
      { people: -1 },
      { people: '10' },
      { eventName: 'あ'.repeat(5_000) },
      { eventName: '\u0000' },
      { eventName: '\ud800' },
      { note: '' },
      { note: '\\'.repeat(1_000) },
      { acceptedTermsVersion: '\u0000' },
      { listingId: '../yoshitsu' },
      { listingId: "yoshitsu'; drop table days; --" },
      { listingId: 'nowhere' },
      { paidEvent: 'yes' },
      { extra: '余分'.repeat(2_000) },
    )
    .map(wrong => ({
      ...press(honest[0], { from: '20:00', to: '21:00' }),
      application: { ...everydayApplication({ from: '20:00', to: '21:00' }), ...wrong },
    })),
  fc
    .constantFrom('', 'x', ' '.repeat(20), 'k'.repeat(129), '\u0000'.repeat(8), 7)
    .map(key => ({ ...press(honest[0], { from: '20:00', to: '21:00' }), key })),
  fc
    .constantFrom<Readonly<Record<string, unknown>>>(
      { personId: 'nobody' },
      { personId: '00000000-0000-0000-0000-000000000000' },
      { role: 'owner' },
      { cityId: 'Ｍitaka' },
    )
    .map(wrong => ({ ...press(honest[0], {}), actor: { ...honest[0], ...wrong } })),
  // These are as they should be, and the database raises an error while it stores them, won or lost.
  fc
    .record({ nr: fc.nat({ max: 3 }), hour: fc.constantFrom('09', '19') })
    .map(({ nr, hour }) => press(cursed[nr], { from: `${hour}:00`, to: `${hour}:30` })),
)

type Guest = readonly [before: number, guest: unknown]

function together(own: readonly Press[], guests: readonly Guest[]): readonly unknown[] {
  const guestsBefore = (nr: number) => guests.filter(([before]) => before === nr).map(([, guest]) => guest)
  return [...own.flatMap((each, nr) => [...guestsBefore(nr), each]), ...guestsBefore(own.length)]
}

/** A machine that is busy with other tests may find no time for somebody, who presses again, as people do. */
async function inTheEnd(own: Press, answer: PressAnswer | undefined): Promise<PressAnswer | undefined> {
  if (!answer || answer.ok || answer.refusal.code !== 'busy') return answer
  return inTheEnd(own, await bed.call(apply, own, PATIENT))
}

/** `accepted` or the refusal's code, where the receipt says so too. */
async function told(own: Press, answer: PressAnswer | undefined): Promise<string | undefined> {
  if (!answer) return undefined
  const detail: object = answer.ok ? answer.value : answer.refusal.detail
  if (!('receiptId' in detail)) return `${answer.ok ? 'accepted' : answer.refusal.code} without a receipt`
  const receipt = await bed.call(
    getReceipt,
    { actor: own.actor, receiptId: String(detail.receiptId) },
    PATIENT,
  )
  if (answer.ok)
    await bed.call(
      cancel,
      { actor: own.actor, reservationId: answer.value.reservation.reservationId },
      PATIENT,
    )
  return receipt.ok ? (receipt.value.reason ?? receipt.value.outcome) : receipt.refusal.code
}

test('P1: whoever travels beside them, honest presses of one message get their own answers, and their receipts are there', async () => {
  const guests = fc.array(fc.tuple(fc.nat({ max: HOURS.length + 1 }), hostile), {
    minLength: 1,
    maxLength: 12,
  })
  const honestly = fc.asyncProperty(guests, async beside => {
    const winning = HOURS.map((hour, nr) => press(honest[nr + 1], { from: `${hour}:00`, to: `${hour}:30` }))
    const losing = press(honest[HOURS.length + 1], { from: '09:00', to: '10:00' })
    const own = [...winning, losing]
    const attempts = together(own, beside)
    // Safe: what is no press travels all the same; the service is to cope with it.
    const outcome = await bed.call(applyMany, { attempts: attempts as Press[] }, PATIENT)
    if (!outcome.ok) throw new Error('the message was refused')
    const { answers } = outcome.value
    expect(answers).toHaveLength(attempts.length)
    const codes: (string | undefined)[] = []
    for (const each of own)
      codes.push(await told(each, await inTheEnd(each, answers[attempts.indexOf(each)])))
    expect(codes.join(' ')).toBe([...winning.map(() => 'accepted'), 'taken'].join(' '))
  })
  // What failed leaves bookings behind, so that a smaller example would fail for them.
  await fc.assert(honestly, { numRuns: RUNS, endOnFailure: true })
})

test('P1: presses for a day that somebody else holds keep the others of their message waiting no longer than the sender waits', async () => {
  const holder = new pg.Client({ connectionString: bed.adminUrl })
  await holder.connect()
  await holder.query('begin')
  await holder.query('insert into reservation.days (venue_id, use_date) values ($1, $2)', [
    'kokaido',
    '2024-12-04',
  ])
  const [waits, goes] = [
    press(honest[1], { date: '2024-12-04' }),
    press(honest[2], { from: '17:00', to: '17:30' }),
  ]
  const outcome = await bed.call(applyMany, { attempts: [waits, goes], withinMs: 300 })
  if (!outcome.ok) throw new Error('the message was refused')
  const [waiting, gone] = outcome.value.answers
  const held = `select 1 from pg_stat_activity where application_name = 'reservation' and wait_event_type = 'Lock'`
  expect(await bed.sql(held)).not.toEqual([])
  expect(waiting).toMatchObject({ refusal: { code: 'busy' } })
  expect(await told(goes, await inTheEnd(goes, gone))).toBe('accepted')
  await holder.end()
})
