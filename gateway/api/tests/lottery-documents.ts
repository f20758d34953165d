import type { DrawExplanation } from '@asaichi/contract/lottery/draw-bundle.ts'
import type { Entry } from '@asaichi/contract/lottery/entries.ts'
import type { Round } from '@asaichi/contract/lottery/rounds.ts'
import { IDS, INSTANT } from './sample-documents.ts'

const HASH = '5f'.repeat(32)
const DATE = '2024-12-01'
const WISH = { listingId: 'room-free', date: DATE, from: '09:00', to: '10:00' }

export const ROUND: Round = {
  roundId: IDS.round,
  cityId: 'mitaka',
  dates: { first: DATE, last: DATE },
  status: 'open',
  opensAt: '2024-10-26T15:00:00.000Z',
  closesAt: '2024-11-02T15:00:00.000Z',
  drawAt: '2024-11-02T22:00:00.000Z',
  commitment: {
    publishedAt: '2024-10-26T15:00:00.000Z',
    chain: { hash: HASH, publicKey: '5f'.repeat(96), genesis: 1_692_803_367, period: 3 },
    beaconRound: 12_000_000,
    fallbackHash: HASH,
  },
  freeze: null,
  cancelReason: null,
}

export const ENTRY: Entry = {
  entryId: IDS.entry,
  roundId: IDS.round,
  cityId: 'mitaka',
  personId: IDS.resident,
  status: 'entered',
  wishes: [{ ...WISH, venueName: '公会堂', spaceName: '洋室' }],
  wonWish: null,
  position: null,
  eventName: '集まり',
  people: 5,
  note: '読書会',
  enteredAt: INSTANT,
  closesAt: ROUND.closesAt,
  drawAt: ROUND.drawAt,
  reservationId: null,
}

export const EXPLANATION: DrawExplanation = {
  roundId: IDS.round,
  entry: { entryId: IDS.entry, entrant: HASH, priorWins: 0, wishes: [WISH] },
  result: { entryId: IDS.entry, position: 2, outcome: 'lost', wish: null, verdicts: ['taken'] },
  of: 2,
  rank: HASH,
  wishes: [{ ...WISH, verdict: 'taken', ahead: 1, heldBy: [] }],
  inclusion: { leaf: '{}', leafIndex: 1, treeSize: 3, path: [HASH, HASH], root: HASH },
  check: {
    seed: HASH,
    resultDigest: HASH,
    beacon: { kind: 'fallback', secret: HASH, reason: 'unreachable', claimedAt: INSTANT },
    beaconUrl: 'https://beacon.example/1',
    rankCommand: 'true',
    bundleCommands: ['true'],
  },
}

/** A bundle as lottery keeps it, in the parts it sends. */
export const BUNDLE_PARTS = ['{"bundleVersion":1,', '"cityId":"mitaka",', '"note":"抽選"}'] as const
/** A round whose bundle has more parts than any round could. */
export const ENDLESS_ROUND = '01930000-0000-7000-8000-0000000000a7'

export const BUNDLE_TEXT = BUNDLE_PARTS.join('')
