import type { DrawCommitment } from '@asaichi/contract/lottery/draw-bundle.ts'
import { QUICKNET, timeOf } from '@asaichi/draw/beacon.ts'
import { expect, test } from 'vitest'
import { beaconRoundFor, fallbackAt, firstTryAt, isKnown, nextTryAt, retryAt } from './draw-times.ts'

const MITAKA = { closesAt: '2024-11-02T15:00:00.000Z', drawAt: '2024-11-02T22:00:00.000Z' }

function commitment(beaconRound: number): DrawCommitment {
  return {
    publishedAt: '2024-10-26T15:00:00.000Z',
    chain: QUICKNET,
    beaconRound,
    fallbackHash: '0'.repeat(64),
  }
}

test('D17: the beacon of 06:50 decides, is asked for three seconds later, and the secret stands in from 06:58', () => {
  const round = beaconRoundFor(QUICKNET, MITAKA)
  const at = timeOf(QUICKNET, round)
  expect(at >= '2024-11-02T21:50:00.000Z' && at < '2024-11-02T21:50:03.000Z').toBe(true)
  expect(firstTryAt(commitment(round)) > at).toBe(true)
  expect(fallbackAt(commitment(round), MITAKA)).toBe('2024-11-02T21:58:00.000Z')
})

test('D17: a draw at the closing moment itself takes a beacon after it', () => {
  const midnight = { closesAt: MITAKA.closesAt, drawAt: MITAKA.closesAt }
  const round = beaconRoundFor(QUICKNET, midnight)
  expect(timeOf(QUICKNET, round) > midnight.closesAt).toBe(true)
  expect(fallbackAt(commitment(round), midnight) > timeOf(QUICKNET, round)).toBe(true)
})

test('D17: a list that is frozen after its beacon spoke needs another', () => {
  const late = '2024-11-02T21:55:00.000Z'
  const usual = commitment(beaconRoundFor(QUICKNET, MITAKA))
  expect(isKnown(usual, MITAKA.closesAt)).toBe(false)
  expect(isKnown(usual, late)).toBe(true)
  expect(isKnown(commitment(beaconRoundFor(QUICKNET, MITAKA, late)), late)).toBe(false)
})

test('F37: tries come every twenty seconds, and the last one at the moment of the fallback', () => {
  expect(nextTryAt('2024-11-02T21:50:00.000Z', '2024-11-02T21:58:00.000Z')).toBe('2024-11-02T21:50:20.000Z')
  expect(nextTryAt('2024-11-02T21:57:50.000Z', '2024-11-02T21:58:00.000Z')).toBe('2024-11-02T21:58:00.000Z')
})

test('F8: a round that could not be drawn is tried again until a day after its results were due', () => {
  expect(retryAt('2024-11-02T21:58:00.000Z', MITAKA.drawAt)).toBe('2024-11-02T21:58:20.000Z')
  expect(retryAt('2024-11-02T22:00:00.000Z', MITAKA.drawAt)).toBe('2024-11-02T22:10:00.000Z')
  expect(retryAt('2024-11-03T22:00:00.000Z', MITAKA.drawAt)).toBe(undefined)
})
