import type { FrozenRound } from '@asaichi/contract/lottery/draw-bundle.ts'
import { QUICKNET, timeOf } from './beacon.ts'
import { canonical } from './canonical.ts'
import { type Check, failed, flagged, ok } from './check.ts'
import { entryTree } from './entry-list.ts'
import { bytesToHex } from './hash.ts'
import { rootOf } from './merkle.ts'

/** What can be said of a round once its list is frozen, before any chance comes in. */
export function checkFrozen(round: FrozenRound): readonly Check[] {
  return [checkTimes(round), checkChain(round), checkCount(round), checkRoot(round)]
}

function checkTimes(round: FrozenRound): Check {
  const { opensAt, closesAt, drawAt, freeze, commitment } = round
  const beaconAt = timeOf(commitment.chain, commitment.beaconRound)
  if (opensAt >= closesAt) return failed('times', '締切が受付開始より前です')
  if (freeze.at < closesAt) return failed('times', '締切より前に名簿を確定しています')
  if (commitment.publishedAt > freeze.at) return failed('times', '約束の公表が名簿の確定より後です')
  if (isNotAfter(beaconAt, freeze.at)) return failed('times', '名簿の確定より前に乱数が発表されています')
  if (commitment.publishedAt > closesAt) return flagged('times', '約束の公表が締切より後です')
  if (isNotAfter(drawAt, beaconAt) && drawAt !== beaconAt)
    return flagged('times', '乱数の発表が抽選日時より後です')
  return ok('times', '約束の公表、締切、名簿の確定、乱数の発表の順です')
}

function checkChain({ commitment: { chain } }: FrozenRound): Check {
  return canonical(chain) === canonical(QUICKNET)
    ? ok('chain', '乱数は公開の drand quicknet のものです')
    : flagged('chain', '試験用の乱数です。持ち主は値を前もって知ることができます')
}

function checkCount({ entries, freeze }: FrozenRound): Check {
  return entries.length === freeze.count
    ? ok('count', `申込は公表どおり${freeze.count}件です`)
    : failed('count', `申込は${entries.length}件ですが、公表は${freeze.count}件です`)
}

function checkRoot(round: FrozenRound): Check {
  const root = bytesToHex(rootOf(entryTree(round, round.entries)))
  return root === round.freeze.root
    ? ok('root', `名簿の根が一致します: ${root}`)
    : failed('root', `名簿が確定の後で変わっています: 根は ${root} ですが、公表は ${round.freeze.root} です`)
}

// As numbers: a made-up beacon can have rounds beyond the year 9999, which do not compare as text.
function isNotAfter(one: string, other: string): boolean {
  return Date.parse(one) <= Date.parse(other)
}
