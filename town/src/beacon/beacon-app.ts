import { timeOf } from '@asaichi/draw/beacon.ts'
import { testBeacon } from '@asaichi/draw/test-beacon.ts'
import { Hono } from 'hono'

/** Three seconds a round, like drand's quicknet; the key follows from the name, so a restarted town keeps its beacon. */
export const DEMO_BEACON = testBeacon('demo', { genesis: 1_692_803_367, period: 3 })

/**
 * The demo's own beacon over drand's HTTP form, because the real one cannot know the rounds of a town whose clock was moved.
 * It tells a round only when its time has come.
 */
export function beaconApp(now: () => string): Hono {
  const { chain, sign } = DEMO_BEACON
  const app = new Hono()
  app.get('/:chain/public/:round', context => {
    const round = Number(context.req.param('round'))
    if (context.req.param('chain') !== chain.hash || !Number.isSafeInteger(round) || round < 1)
      return context.json({ error: 'unknown' }, 404)
    if (timeOf(chain, round) > now()) return context.json({ error: 'not yet' }, 425)
    const { signature, randomness } = sign(round)
    return context.json({ round, signature, randomness })
  })
  return app
}
