import type { Page } from 'playwright-core'
import { z } from 'zod'

const Shown = z.looseObject({
  entryId: z.string(),
  roundId: z.string(),
  wishes: z.array(
    z.looseObject({ listingId: z.string(), date: z.string(), from: z.string(), to: z.string() }),
  ),
})
const HASH = '5f'.repeat(32)

/** Shows the entry of the page as one that was drawn and lost: a draw is days away, and the clock of all states stays. */
export async function lostEntry(page: Page): Promise<void> {
  await page.route('**/api/entries/*', async route => {
    const entry = Shown.parse(await (await route.fetch()).json())
    await route.fulfill({ json: { ...entry, status: 'lost', position: 2 } })
  })
  await page.route('**/api/entries/*/explanation', async route => {
    const address = new URL(route.request().url()).pathname.replace('/explanation', '')
    const answer = await page.context().request.get(address)
    await route.fulfill({ json: explained(Shown.parse(await answer.json())) })
  })
  await page.reload()
}

function explained({ entryId, roundId, wishes }: z.output<typeof Shown>) {
  const spans = wishes.map(({ listingId, date, from, to }) => ({ listingId, date, from, to }))
  return {
    roundId,
    entry: { entryId, entrant: HASH, priorWins: 0, wishes: spans },
    result: { entryId, position: 2, outcome: 'lost', wish: null, verdicts: spans.map(() => 'taken') },
    of: 2,
    rank: HASH,
    wishes: spans.map(span => ({
      ...span,
      verdict: 'taken',
      ahead: 1,
      heldBy: [{ entryId, entrant: HASH, position: 1, from: span.from, to: span.to }],
    })),
    inclusion: { leaf: '{}', leafIndex: 1, treeSize: 3, path: [HASH], root: HASH },
    check: {
      seed: HASH,
      resultDigest: HASH,
      beacon: { kind: 'drand', round: 1, signature: '5f'.repeat(48), randomness: HASH },
      beaconUrl: `https://api.drand.sh/${HASH}/public/1`,
      rankCommand: `printf %s ${roundId}${entryId} | openssl dgst -sha256 -mac HMAC -macopt hexkey:${HASH}`,
      bundleCommands: ['npm run verify-draw -- bundle.json', 'python3 verify_draw.py bundle.json'],
    },
  }
}
