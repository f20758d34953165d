import type { LockWindow } from '@asaichi/contract/lock/topics.ts'
import fc from 'fast-check'
import type { SimOptions } from '../../src/simulated/sim-lock.ts'

/** Minutes from the beginning of the day. */
type Minute = number
export type Span = { readonly from: Minute; readonly to: Minute }
export type Booking = {
  readonly id: string
  readonly digits: string
  readonly span: Span
  /** When the set with it arrives. */
  readonly toldAt: Minute
  readonly change: { readonly at: Minute; readonly to: Span | 'cancelled' } | null
}
/** What goes wrong. `is told`: the stack notices it by itself. */
export type Trouble =
  | ({ readonly is: 'radio-away'; readonly isTold: boolean } & Span)
  | ({ readonly is: 'bridge-away' } & Span)
  /** The lock does what it is told, and nobody hears that it did. */
  | ({ readonly is: 'answers-lost' } & Span)
  /** At the next change: the ledger is written, and then the power goes, before or after the lock has heard. */
  | { readonly is: 'crash'; readonly at: Minute; readonly isAfter: boolean }
  | { readonly is: 'reset'; readonly at: Minute; readonly isTold: boolean }
  | { readonly is: 'by-hand'; readonly at: Minute; readonly slot: number; readonly digits: string }

export type Day = {
  readonly lock: SimOptions
  readonly foreign: readonly { readonly slot: number; readonly digits: string }[]
  readonly bookings: readonly Booking[]
  readonly troubles: readonly Trouble[]
}

export const MIDNIGHT = Date.parse('2024-12-01T00:00:00.000Z')
export const DAY_MINUTES = 1_560

export function instantOf(minute: number): string {
  return new Date(MIDNIGHT + Math.round(minute * 60_000)).toISOString()
}

export function windowOf({ from, to }: Span): LockWindow {
  return { from: instantOf(from), to: instantOf(to) }
}

export type DayKind = {
  readonly timing?: SimOptions['capabilities']['timing']
  readonly readback?: SimOptions['capabilities']['readback']
  readonly wakeMinutes?: readonly number[]
  readonly slots?: readonly [number, number]
  readonly bookings?: readonly [number, number]
  readonly changes?: boolean
  readonly troubles?: readonly Trouble['is'][]
  /** Digits of so few values that they meet. */
  readonly fewDigits?: boolean
}
/** A slot lock on a day without trouble, for what a code costs. */
export const QUIET: DayKind = {
  timing: 'switch',
  wakeMinutes: [0],
  troubles: [],
  changes: false,
  slots: [8, 12],
  bookings: [1, 5],
}
const EVERY: readonly Trouble['is'][] = [
  'radio-away',
  'bridge-away',
  'answers-lost',
  'crash',
  'reset',
  'by-hand',
]

/** A day at a door, and what goes wrong on it. */
export function days(kind: DayKind = {}): fc.Arbitrary<Day> {
  const [least, most] = kind.slots ?? [3, 12]
  return fc.record({
    lock: locks(kind, [least, most]),
    foreign: fc.uniqueArray(fc.record({ slot: fc.nat(most - 1), digits: digits(kind) }), {
      maxLength: 2,
      selector: ({ slot }) => slot,
    }),
    bookings: bookings(kind),
    troubles: troubles(kind.troubles ?? EVERY),
  })
}

function troubles(kinds: readonly Trouble['is'][]): fc.Arbitrary<readonly Trouble[]> {
  return kinds.length === 0 ? fc.constant([]) : fc.array(fc.oneof(...kinds.map(trouble)), { maxLength: 4 })
}

function locks(kind: DayKind, [least, most]: readonly [number, number]): fc.Arbitrary<SimOptions> {
  return fc
    .record({
      count: fc.integer({ min: least, max: most }),
      timing: kind.timing
        ? fc.constant(kind.timing)
        : fc.constantFrom('lock', 'switch', 'switch', 'add-delete'),
      readback: kind.readback ? fc.constant(kind.readback) : fc.constantFrom('value', 'occupancy'),
      wakeMinutes: fc.constantFrom(...(kind.wakeMinutes ?? [0, 0, 0, 5, 15, 60])),
      windowsPerCode: fc.constantFrom(1, 3),
      givesReasons: fc.boolean(),
      showsState: fc.boolean(),
      first: fc.constantFrom(0, 1),
      statusAnswers: fc.boolean(),
    })
    .map(({ count, first, givesReasons, showsState, ...told }) => ({
      capabilities: {
        slots: { first, count },
        pin: { min: 4, max: 8, rules: [] },
        ...told,
        budget: { gapMs: 0, writesPerDay: 1_000 },
      },
      givesReasons,
      showsState,
    }))
}

function bookings({
  bookings: [min, max] = [1, 10],
  changes = true,
  ...kind
}: DayKind): fc.Arbitrary<readonly Booking[]> {
  const change = fc.record({
    at: fc.integer({ min: 5, max: 1_400 }),
    to: fc.oneof(fc.constant('cancelled' as const), span),
  })
  return fc
    .uniqueArray(
      fc.record({
        digits: digits(kind),
        span,
        toldAt: fc.integer({ min: 0, max: 1_200 }),
        change: changes ? fc.option(change, { freq: 3 }) : fc.constant(null),
      }),
      { minLength: min, maxLength: max, ...(kind.fewDigits ? {} : { selector: ({ digits }) => digits }) },
    )
    .map(all =>
      all.map((booking, index) => ({
        ...booking,
        id: `booking-${index}`,
        // Nobody books for an hour that has gone.
        toldAt: Math.min(booking.toldAt, booking.span.from - 30),
      })),
    )
}

/** On the grid of half hours, from one in the morning to eleven at night. */
const span: fc.Arbitrary<Span> = fc
  .record({ slot: fc.integer({ min: 2, max: 40 }), length: fc.integer({ min: 1, max: 6 }) })
  .map(({ slot, length }) => ({ from: slot * 30, to: (slot + length) * 30 }))

function digits({ fewDigits = false }: DayKind): fc.Arbitrary<string> {
  return fc.integer({ min: 1_000, max: fewDigits ? 1_003 : 9_999 }).map(String)
}

function trouble(is: Trouble['is']): fc.Arbitrary<Trouble> {
  const at = fc.integer({ min: 1, max: 1_400 })
  const times = fc
    .record({ from: at, minutes: fc.integer({ min: 1, max: 240 }) })
    .map(({ from, minutes }) => ({ from, to: from + minutes }))
  switch (is) {
    case 'radio-away':
      return fc.record({ times, isTold: fc.boolean() }).map(({ times, isTold }) => ({ is, ...times, isTold }))
    case 'bridge-away':
    case 'answers-lost':
      return times.map(span => ({ is, ...span }))
    case 'crash':
      return fc.record({ is: fc.constant(is), at, isAfter: fc.boolean() })
    case 'reset':
      return fc.record({ is: fc.constant(is), at, isTold: fc.boolean() })
    case 'by-hand':
      return fc.record({
        is: fc.constant(is),
        at,
        slot: fc.nat(12),
        digits: fc.integer({ min: 1_000, max: 9_999 }).map(String),
      })
  }
}
