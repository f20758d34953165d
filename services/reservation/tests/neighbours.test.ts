import type { Actor } from '@asaichi/contract/actor.ts'
import { applyMany } from '@asaichi/contract/reservation/presses.ts'
import { type Application, cancel, getReceipt } from '@asaichi/contract/reservation/reservation.ts'
import { newId } from '@asaichi/service/new-id.ts'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { applicationOf, type ReservationBed, startReservationBed } from './fixture.ts'

const DATE = '2024-12-01'
const HOURS = ['10', '11', '12', '13', '14', '15'] as const
const RUNS = 25

let bed: ReservationBed
let honest: readonly Actor[]
/** Every row of theirs that the database shall store makes it raise an error of the code that stands in the row. */
let cursed: readonly Actor[]

beforeAll(async () => {
  bed = await startReservationBed({ quota: { liveReservations: null }, reopening: { kind: 'at-once' } })
  await bed.openDates(DATE)
  honest = await bed.people(HOURS.length + 2)
  cursed = await bed.people(4)
  await curse(['22008', '22P05', '23505', '40001'])
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

function press(actor: Actor | undefined, application: Parameters<typeof applicationOf>[0]): Press {
  if (!actor) throw new Error('nobody there')
  return { actor, key: newId(), application: applicationOf(application) }
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
      application: { ...applicationOf({ from: '20:00', to: '21:00' }), ...wrong },
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

test('P1: whoever travels beside them, honest presses of one message get their own answers, and their receipts are there', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat({ max: HOURS.length + 1 }), hostile), { minLength: 1, maxLength: 12 }),
      async guests => {
        const own = [
          ...HOURS.map((hour, nr) => press(honest[nr + 1], { from: `${hour}:00`, to: `${hour}:30` })),
          press(honest[HOURS.length + 1], { from: '09:00', to: '10:00' }),
        ]
        const attempts = own.flatMap((each, nr) => [
          ...guests.filter(([before]) => before === nr).map(([, guest]) => guest),
          each,
        ])
        attempts.push(...guests.filter(([before]) => before === own.length).map(([, guest]) => guest))
        // Safe: what is no press travels all the same; the service is to cope with it.
        const outcome = await bed.call(applyMany, { attempts: attempts as Press[] as never })
        if (!outcome.ok) throw new Error('the message was refused')
        const answerOf = (each: Press) => outcome.value.answers[attempts.indexOf(each)]
        expect(outcome.value.answers).toHaveLength(attempts.length)
        for (const each of own.slice(0, -1)) {
          const answer = answerOf(each)
          expect(answer).toMatchObject({ ok: true })
          if (!answer?.ok) continue
          expect(
            await bed.call(getReceipt, { actor: each.actor, receiptId: answer.value.receiptId }),
          ).toMatchObject({ value: { outcome: 'accepted' } })
          await bed.call(cancel, { actor: each.actor, reservationId: answer.value.reservation.reservationId })
        }
        const last = own.at(-1)
        const lost = last && answerOf(last)
        expect(lost).toMatchObject({ ok: false, refusal: { code: 'taken' } })
        if (last && lost && !lost.ok && lost.refusal.code === 'taken')
          expect(
            await bed.call(getReceipt, { actor: last.actor, receiptId: lost.refusal.detail.receiptId }),
          ).toMatchObject({ value: { reason: 'taken' } })
      },
    ),
    { numRuns: RUNS },
  )
})

test('P1: presses for a day that somebody else holds keep the others of their message waiting no longer than the sender waits', async () => {
  const holder = new pg.Client({ connectionString: bed.adminUrl })
  await holder.connect()
  await holder.query('begin')
  await holder.query('insert into reservation.days (venue_id, use_date) values ($1, $2)', [
    'kokaido',
    '2024-12-04',
  ])
  const attempts = [
    press(honest[1], { date: '2024-12-04' }),
    press(honest[2], { from: '17:00', to: '17:30' }),
  ]
  const outcome = await bed.call(applyMany, { attempts, withinMs: 1_000 })
  await holder.end()
  expect(outcome).toMatchObject({
    value: { answers: [{ ok: false, refusal: { code: 'busy' } }, { ok: true }] },
  })
})
