import type { WithDoors } from '../../src/about/doors.ts'
import { answersWanted } from '../../src/mails/answers-wanted.ts'
import { codesChanged } from '../../src/mails/codes-changed.ts'
import { drawRepeated } from '../../src/mails/draw-repeated.ts'
import { emergencyCodeUsed } from '../../src/mails/emergency-code-used.ts'
import { entryReceived } from '../../src/mails/entry-received.ts'
import { entryResult } from '../../src/mails/entry-result.ts'
import { pointsGiven } from '../../src/mails/points-given.ts'
import { reservationApproved } from '../../src/mails/reservation-approved.ts'
import { reservationCancelled } from '../../src/mails/reservation-cancelled.ts'
import { reservationExpired } from '../../src/mails/reservation-expired.ts'
import { reservationMoved } from '../../src/mails/reservation-moved.ts'
import { reservationNears } from '../../src/mails/reservation-nears.ts'
import { reservationReceived } from '../../src/mails/reservation-received.ts'
import { reservationRefused } from '../../src/mails/reservation-refused.ts'
import { timeReopened } from '../../src/mails/time-reopened.ts'
import { ENTRY, FACTS, POINTS } from '../sample-letter.ts'
import { type Sample, sampleOf } from './sample.ts'

const PENDING = { ...FACTS, status: 'pending', number: null } as const
const APPROVED: WithDoors = {
  facts: FACTS,
  doors: [{ doorName: '1階洋室', code: '807612', from: FACTS.startsAt, to: FACTS.endsAt }],
}
const WON = { ...ENTRY, status: 'won', wonWish: 0 } as const

export const BOOKING_SAMPLES: readonly Sample[] = [
  sampleOf(entryReceived, 'always', ENTRY),
  sampleOf(drawRepeated, 'always', {
    entry: ENTRY,
    proposedAt: '2024-11-02T22:05:00.000Z',
    confirmedAt: '2024-11-02T22:30:00.000Z',
    reason: '部屋の設定に誤りがあったため',
  }),
  sampleOf(entryResult, 'won', { outcome: 'won', entry: WON, facts: { ...PENDING, entryId: ENTRY.entryId } }),
  sampleOf(entryResult, 'lost', {
    outcome: 'lost',
    entry: { ...ENTRY, status: 'lost', position: 4 },
    firstComeAt: ENTRY.drawAt,
  }),
  sampleOf(entryResult, 'the round was called off', {
    outcome: 'void',
    entry: { ...ENTRY, status: 'void' },
    reason: '改修工事のため',
  }),
  sampleOf(reservationReceived, 'always', PENDING),
  sampleOf(reservationMoved, 'always', PENDING),
  sampleOf(reservationApproved, 'a room behind a door with a keypad', APPROVED),
  sampleOf(reservationApproved, 'a room without one', {
    facts: { ...FACTS, spaceHasDoor: false },
    doors: [],
  }),
  sampleOf(reservationRefused, 'always', { ...PENDING, status: 'refused', reason: '行事と重なるため' }),
  sampleOf(reservationCancelled, 'by the resident', {
    ...FACTS,
    status: 'cancelled',
    cancelledBy: 'resident',
  }),
  sampleOf(reservationCancelled, 'by the city', {
    ...FACTS,
    status: 'cancelled',
    cancelledBy: 'city',
    reason: '配管の工事をするため',
  }),
  sampleOf(reservationExpired, 'always', { ...PENDING, status: 'expired' }),
  sampleOf(reservationNears, 'always', FACTS),
  sampleOf(codesChanged, 'always', APPROVED),
  sampleOf(timeReopened, 'always', {
    watchId: '01930000-0000-7000-8000-000000000004',
    cityId: FACTS.cityId,
    venueId: FACTS.venueId,
    venueName: FACTS.venueName,
    venueAddress: FACTS.venueAddress,
    listingId: FACTS.listingId,
    spaceName: FACTS.spaceName,
    date: FACTS.date,
    from: FACTS.from,
    to: FACTS.to,
    since: '2024-11-03T22:00:00.000Z',
  }),
  sampleOf(pointsGiven, 'nobody came', POINTS),
  sampleOf(pointsGiven, 'cancelled late, and it begins a ban', {
    ...POINTS,
    point: { ...POINTS.point, cause: 'late-cancel', points: 1 },
    counted: 3,
    bannedUntil: '2024-12-31T15:00:00.000Z',
  }),
  sampleOf(answersWanted, 'to the office', {
    venueName: FACTS.venueName,
    total: 21,
    items: [
      {
        reservationId: FACTS.reservationId,
        spaceName: FACTS.spaceName,
        date: FACTS.date,
        from: FACTS.from,
        to: FACTS.to,
        answerBy: FACTS.answerBy,
      },
    ],
  }),
  sampleOf(emergencyCodeUsed, 'to the office', {
    venueName: FACTS.venueName,
    doorName: '正面玄関',
    at: '2024-11-28T13:20:00.000Z',
  }),
]
