import type {
  DrawBundle,
  DrawEntry,
  DrawExplanation,
  DrawResult,
  DrawWish,
} from '@asaichi/contract/lottery/draw-bundle.ts'
import { overlaps, spaceDays } from './allocate.ts'
import { canonical } from './canonical.ts'
import { beaconUrl } from './chance-checks.ts'
import { entryTree } from './entry-list.ts'
import { bytesToHex } from './hash.ts'
import { auditPath, type MerkleTree } from './merkle.ts'
import { ranking } from './rank.ts'

type Claim = { readonly entry: DrawEntry; readonly result: DrawResult; readonly wish: DrawWish }
type Draw = {
  readonly bundle: DrawBundle
  readonly tree: MerkleTree
  readonly spacesOf: ReadonlyMap<string, readonly string[]>
  /** Per day and space: who wished for it, in the order of the draw. */
  readonly wished: ReadonlyMap<string, readonly Claim[]>
  readonly places: ReadonlyMap<string, Omit<Claim, 'wish'>>
}

/** "Your entry, your rank, how to check" of a drawn bundle, for one entry after the other; null for an entry it does not hold. */
export function explainer(bundle: DrawBundle): (entryId: string) => DrawExplanation | null {
  const draw = readDraw(bundle)
  return entryId => {
    const place = draw.places.get(entryId)
    return place ? explain(draw, place) : null
  }
}

function readDraw(bundle: DrawBundle): Draw {
  const spacesOf = new Map(bundle.listings.map(({ listingId, spaceIds }) => [listingId, spaceIds]))
  const entryOf = new Map(bundle.entries.map(entry => [entry.entryId, entry]))
  const places = new Map<string, Omit<Claim, 'wish'>>()
  const wished = new Map<string, Claim[]>()
  for (const result of bundle.results) {
    const entry = entryOf.get(result.entryId)
    if (!entry) continue
    places.set(entry.entryId, { entry, result })
    for (const wish of entry.wishes)
      for (const key of spaceDays(wish, spacesOf)) {
        const claims = wished.get(key) ?? []
        claims.push({ entry, result, wish })
        wished.set(key, claims)
      }
  }
  return { bundle, tree: entryTree(bundle, bundle.entries), spacesOf, wished, places }
}

function explain(draw: Draw, { entry, result }: Omit<Claim, 'wish'>): DrawExplanation {
  const { bundle } = draw
  const { seed, resultDigest, beacon, roundId, commitment } = bundle
  return {
    roundId,
    entry,
    result,
    of: bundle.entries.length,
    rank: ranking(seed, roundId)(entry.entryId),
    wishes: entry.wishes.map((wish, index) => ({
      ...wish,
      verdict: result.verdicts[index] ?? null,
      ...rivalsOf(draw, { entry, result, wish }),
    })),
    inclusion: inclusionOf(draw, entry),
    check: {
      seed,
      resultDigest,
      beacon,
      beaconUrl: beaconUrl(commitment),
      rankCommand: `printf %s ${roundId}${entry.entryId} | openssl dgst -sha256 -mac HMAC -macopt hexkey:${seed}`,
      bundleCommands: ['npm run verify-draw -- bundle.json', 'python3 verify_draw.py bundle.json'],
    },
  }
}

function rivalsOf(
  { wished, spacesOf }: Draw,
  { entry, result, wish }: Claim,
): Pick<DrawExplanation['wishes'][number], 'ahead' | 'heldBy'> {
  const rivals = spaceDays(wish, spacesOf)
    .flatMap(key => wished.get(key) ?? [])
    .filter(claim => claim.entry.entryId !== entry.entryId && overlaps(claim.wish, wish))
  const ahead = rivals.filter(
    rival => rival.result.position < result.position && rival.result.outcome !== 'excluded',
  )
  const holders = new Map(rivals.filter(isWon).map(rival => [rival.entry.entryId, rival]))
  return {
    ahead: new Set(ahead.map(rival => rival.entry.entryId)).size,
    heldBy: [...holders.values()].map(
      ({ entry: { entryId, entrant }, result: { position }, wish: { from, to } }) => ({
        entryId,
        entrant,
        position,
        from,
        to,
      }),
    ),
  }
}

function isWon({ entry, result, wish }: Claim): boolean {
  return result.wish !== null && entry.wishes[result.wish] === wish
}

function inclusionOf({ bundle, tree }: Draw, entry: DrawEntry): DrawExplanation['inclusion'] {
  // Leaf 0 is the round itself.
  const leafIndex = bundle.entries.indexOf(entry) + 1
  return {
    leaf: canonical(entry),
    leafIndex,
    treeSize: bundle.entries.length + 1,
    path: auditPath(tree, leafIndex).map(bytesToHex),
    root: bundle.freeze.root,
  }
}
