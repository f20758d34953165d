import type { DrawBundle } from '@asaichi/contract/lottery/draw-bundle.ts'
import { runDraw } from '@asaichi/draw/draw.ts'
import { freezeRound, type OpenRound } from '@asaichi/draw/entry-list.ts'
import { testBeacon } from '@asaichi/draw/test-beacon.ts'
import type { Page } from 'playwright-core'
import { z } from 'zod'

const Round = z.looseObject({ roundId: z.string() })
const BEACON_ROUND = 1000
const CLOSED_AT = '2023-08-23T15:00:00.000Z'
const beacon = testBeacon('screens', { genesis: 1_692_803_367, period: 3 })

/** Shows the round of the page as one that was drawn: its draw is days away, and the clock of all states stays. */
export async function drawnRound(page: Page, change: (record: DrawBundle) => object = same): Promise<void> {
  await page.route('**/api/cities/*/rounds/*', async route => {
    const round = Round.parse(await (await route.fetch()).json())
    await route.fulfill({ json: { ...round, status: 'published' } })
  })
  await page.route('**/api/rounds/*/bundle', route => route.fulfill({ json: change(record()) }))
  await page.reload()
}

/** Whoever won lost, and whoever lost won. */
export function swapped(drawn: DrawBundle): DrawBundle {
  const other = { won: 'lost', lost: 'won', excluded: 'excluded' } as const
  return { ...drawn, results: drawn.results.map(one => ({ ...one, outcome: other[one.outcome] })) }
}

function same(drawn: DrawBundle): DrawBundle {
  return drawn
}

function record(): DrawBundle {
  const drawn = runDraw(freezeRound(openRound(), entries(), CLOSED_AT), {
    beacon: beacon.sign(BEACON_ROUND),
    exclusions: [],
  })
  if (!drawn.ok) throw new Error(JSON.stringify(drawn.refusal.detail))
  return drawn.value
}

function openRound(): OpenRound {
  return {
    bundleVersion: 'draw-v1',
    roundId: '0190c0de-0000-7000-8000-000000000001',
    cityId: 'mitaka',
    dates: { first: '2023-09-21', last: '2023-09-21' },
    opensAt: '2023-08-16T15:00:00.000Z',
    closesAt: CLOSED_AT,
    drawAt: '2023-08-23T22:00:00.000Z',
    rule: { version: 'draw-v1', winsPerMonth: 4, winsPerDay: 1, maxWishes: 3 },
    commitment: {
      publishedAt: '2023-08-16T15:00:00.000Z',
      chain: beacon.chain,
      beaconRound: BEACON_ROUND,
      fallbackHash: '5e'.repeat(32),
    },
    listings: [{ listingId: 'room', spaceIds: ['room'] }],
  }
}

function entries() {
  return ['1', '2'].map(digit => ({
    entryId: `${digit.repeat(8)}-0000-4000-8000-000000000000`,
    entrant: digit.repeat(64),
    priorWins: 0,
    wishes: [{ listingId: 'room', date: '2023-09-21', from: '09:00', to: '11:00' }],
  }))
}
