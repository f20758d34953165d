import { expect, test } from 'vitest'
import { contradictions, type Found, type Told } from './aftermath.ts'

const slot = { venueId: 'hall', listingId: 'room', date: '2026-12-01', from: '09:00', to: '09:30' }
const told: Told = {
  name: 'run',
  slots: [slot],
  accepted: 1,
  refused: 3,
  shed: 0,
  other: 0,
  cutOff: 0,
  receiptIds: ['a', 'b', 'c', 'd'],
  reservationIds: ['r'],
}
const found: Found = {
  reservations: 1,
  heldSlots: 1,
  receipts: 4,
  fates: [],
  toldReceipts: 4,
  toldReservations: 1,
  deadlocks: 0,
}
const late = [
  { slot: 'room', atMs: 0, fate: 'taken' },
  { slot: 'room', atMs: 500, fate: 'accepted' },
] as const

test('a run that kept its promises contradicts nothing', () => {
  expect(contradictions(told, found)).toEqual([])
})

test('presses cut off by the generator may have been decided', () => {
  expect(contradictions({ ...told, accepted: 0, cutOff: 2 }, { ...found, receipts: 5 })).toEqual([])
})

test.each<[string, Partial<Told>, Partial<Found>]>([
  ['a slot without a reservation', {}, { reservations: 0, heldSlots: 0 }],
  ['a slot with two reservations', { accepted: 2 }, { reservations: 2 }],
  ['a 201 without a row', { accepted: 2, refused: 2 }, {}],
  ['a row nobody was told of', { accepted: 0, refused: 4 }, {}],
  ['a told reservation that does not exist', {}, { toldReservations: 0 }],
  ['an attempt without a receipt', {}, { receipts: 3 }],
  ['a receipt nobody pressed for', {}, { receipts: 5 }],
  ['a told receipt that does not exist', {}, { toldReceipts: 3 }],
  ['an answer that is none', { other: 1 }, {}],
  ['a deadlock', {}, { deadlocks: 1 }],
  ['an inversion by the times of decision', {}, { fates: late }],
  ['an inversion by the times of sending', { fates: late }, {}],
])('%s is named', (_, ofTold, ofFound) => {
  expect(contradictions({ ...told, ...ofTold }, { ...found, ...ofFound })).not.toEqual([])
})
