import { connectAsking } from '@asaichi/bus/bus.ts'
import { addMs } from '@asaichi/calendar/instant.ts'
import { done, refuse } from '@asaichi/contract/define.ts'
import { ALL_SERVICES, getTownClock, setTownClock } from '@asaichi/contract/town/town.ts'
import { TownClock } from '@asaichi/servers/town-clock.ts'
import { createClock } from '@asaichi/service/clock.ts'
import { parseEnv } from '@asaichi/service/env.ts'
import { run } from '@asaichi/service/run.ts'
import { clockEnv } from './config.ts'

const env = parseEnv(clockEnv)

await run('clock', env, async log => {
  const bus = await connectAsking({ url: env.NATS_URL, name: 'clock', clock: createClock('real'), log })
  const clock = new TownClock({ databaseUrl: env.DATABASE_URL, bus, services: () => ALL_SERVICES })
  bus.serve(getTownClock, async () => done(await clock.now()))
  bus.serve(setTownClock, async input => {
    if (clock.isMoving) return refuse('clock-already-moving')
    const { now } = await clock.now()
    const target = 'now' in input ? input.now : addMs(now, input.advanceMs)
    if (target < now) return refuse('clock-goes-forward-only', { now })
    const steps = await clock.moveTo(target, { hold: input.hold })
    return done({ now: (await clock.now()).now, steps })
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
