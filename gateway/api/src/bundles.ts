import type { Call } from '@asaichi/bus/call.ts'
import { done, type Outcome, type RefusalOf } from '@asaichi/contract/define.ts'
import { getBundlePart } from '@asaichi/contract/lottery/rounds.ts'
import { createBoundedMap } from '@asaichi/service/bounded-map.ts'
import { entityTag } from './http/entity-tag.ts'

export type Bundle = { readonly text: string; readonly etag: string }
type Found = Outcome<Bundle, RefusalOf<typeof getBundlePart.refusals>>
export type Bundles = { readonly find: (roundId: string) => Promise<Found> }

/** What the bus can carry of the largest round we are built for, ten times over. */
const MOST_PARTS = 1_000
const MOST_KEPT = 4
/** In UTF-16 units; a larger bundle is fetched again, so that a few cannot fill the memory. */
const MOST_KEPT_LENGTH = 16 * 1024 * 1024

/** Bundles put together from their parts, once for all who ask meanwhile; published, one never changes (V1), so the newest are kept. */
export function createBundles(call: Call): Bundles {
  const kept = createBoundedMap<Bundle>(MOST_KEPT)
  const onTheWay = new Map<string, Promise<Found>>()
  async function bring(roundId: string): Promise<Found> {
    const found = await fetchBundle(call, roundId)
    if (found.ok && found.value.text.length <= MOST_KEPT_LENGTH) kept.set(roundId, found.value)
    return found
  }
  return {
    async find(roundId) {
      const known = kept.get(roundId)
      if (known) return done(known)
      const begun = onTheWay.get(roundId)
      if (begun) return begun
      const bringing = bring(roundId).finally(() => onTheWay.delete(roundId))
      onTheWay.set(roundId, bringing)
      return bringing
    },
  }
}

async function fetchBundle(call: Call, roundId: string): Promise<Found> {
  const texts: string[] = []
  for (;;) {
    const answer = await call(getBundlePart, { roundId, part: texts.length })
    if (!answer.ok) return answer
    const { parts, text } = answer.value
    if (parts > MOST_PARTS) throw new Error(`The bundle of round ${roundId} has ${parts} parts`)
    texts.push(text)
    if (texts.length >= parts) return done(bundleOf(texts.join('')))
  }
}

function bundleOf(text: string): Bundle {
  return { text, etag: entityTag(text) }
}
