import { connectAsking } from '@asaichi/bus/bus.ts'
import { addMs } from '@asaichi/calendar/instant.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import { ALL_SERVICES, getTownClock, setTownClock } from '@asaichi/contract/town/town.ts'
import { TownClock } from '@asaichi/servers/town-clock.ts'
import { createClock } from '@asaichi/service/clock.ts'
import { parseEnv } from '@asaichi/service/env.ts'
import { run } from '@asaichi/service/run.ts'
import type { z } from 'zod'
import { clockEnv } from './config.ts'

const env = parseEnv(clockEnv)

await run('clock', env, async log => {
  const bus = await connectAsking({ nats: env, party: 'clock', clock: createClock('real'), log })
  const clock = new TownClock({ databaseUrl: env.DATABASE_URL, bus, services: () => ALL_SERVICES })
  bus.serve(getTownClock, async () => done(await clock.now()))
  const move = async (
    asked: z.output<typeof setTownClock.input>,
  ): Promise<OutcomeOf<typeof setTownClock>> => {
    if (clock.isMoving) return refuse('clock-already-moving')
    const { now } = await clock.now()
    const target = 'now' in asked ? asked.now : addMs(now, asked.advanceMs)
    if (target < now) return refuse('clock-goes-forward-only', { now })
    const steps = await clock.moveTo(target, { hold: asked.hold })
    return done({ now: (await clock.now()).now, steps })
  }
  // Asked once more while it is under way, the same move is the same: a leap of weeks outlasts a connection.
  const underWay = new Map<string, ReturnType<typeof move>>()
  bus.serve(setTownClock, input => {
    const asked = JSON.stringify(input)
    const moving = underWay.get(asked) ?? move(input).finally(() => underWay.delete(asked))
    underWay.set(asked, moving)
    return moving
  })
  await clock.announce()
  return {
    isReady: () => bus.isConnected(),
    async [Symbol.asyncDispose]() {
      await bus[Symbol.asyncDispose]()
      await clock[Symbol.asyncDispose]()
    },
  }
})
