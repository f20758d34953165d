import type { DrawBeacon, DrawExclusion, FrozenRound } from '@asaichi/contract/lottery/draw-bundle.ts'
import { isSigned, randomnessOf, timeOf } from './beacon.ts'
import { type Check, failed, flagged, ok } from './check.ts'
import { fallbackHashOf } from './seed.ts'

/** What comes in between freeze and draw: the chance, and entries to be passed over. */
export type Chance = { readonly beacon: DrawBeacon; readonly exclusions: readonly DrawExclusion[] }

export function checkChance(round: FrozenRound, { beacon, exclusions }: Chance): readonly Check[] {
  return [checkBeacon(round, beacon), checkExclusions(round, exclusions)]
}

/** Where anyone can read the committed round from the beacon itself. */
export function beaconUrl({ chain, beaconRound }: FrozenRound['commitment']): string {
  return `https://api.drand.sh/${chain.hash}/public/${beaconRound}`
}

function checkBeacon({ commitment }: FrozenRound, beacon: DrawBeacon): Check {
  switch (beacon.kind) {
    case 'drand':
      return checkDrand(commitment, beacon)
    case 'fallback':
      return checkFallback(commitment, beacon)
  }
}

function checkDrand(
  { chain, beaconRound }: FrozenRound['commitment'],
  { round, signature, randomness }: Extract<DrawBeacon, { kind: 'drand' }>,
): Check {
  if (round !== beaconRound)
    return failed('beacon', `乱数は第${round}回のものですが、約束は第${beaconRound}回です`)
  if (randomnessOf(signature) !== randomness) return failed('beacon', '乱数が署名の SHA-256 ではありません')
  if (!isSigned(round, signature, chain.publicKey)) return failed('beacon', '乱数の署名が正しくありません')
  return ok('beacon', `約束した第${round}回の乱数で、署名も正しいです`)
}

function checkFallback(
  commitment: FrozenRound['commitment'],
  { secret, reason, claimedAt }: Extract<DrawBeacon, { kind: 'fallback' }>,
): Check {
  const dueAt = timeOf(commitment.chain, commitment.beaconRound)
  if (fallbackHashOf(secret) !== commitment.fallbackHash)
    return failed('beacon', '予備の乱数が約束のハッシュと合いません')
  if (Date.parse(claimedAt) < Date.parse(dueAt))
    return failed('beacon', '乱数の発表を待たずに予備の乱数を使っています')
  const claim = { unreachable: '乱数につながらない', 'signature-not-valid': '乱数の署名が正しくない' }[reason]
  return flagged(
    'beacon',
    `予備の乱数を使いました。市の申し出: ${claim}（${claimedAt}）。本物は ${beaconUrl(commitment)} で確かめられます`,
  )
}

function checkExclusions(round: FrozenRound, exclusions: readonly DrawExclusion[]): Check {
  if (exclusions.length === 0) return ok('exclusions', '確定の後で除かれた申込はありません')
  const listed = new Set(round.entries.map(({ entryId }) => entryId))
  const beaconAt = Date.parse(timeOf(round.commitment.chain, round.commitment.beaconRound))
  const sorted = exclusions.every(
    ({ entryId }, index) => index === 0 || (exclusions[index - 1]?.entryId ?? '') < entryId,
  )
  if (!sorted || !exclusions.every(({ entryId }) => listed.has(entryId)))
    return failed('exclusions', '除かれた申込の一覧に矛盾があります')
  if (exclusions.some(({ at }) => Date.parse(at) >= beaconAt))
    return failed('exclusions', '乱数の発表の後で除かれた申込があります')
  return flagged('exclusions', `${exclusions.length}件が抽選から除かれています。ほかの申込の順は変わりません`)
}
