import { connectAsking } from '@asaichi/bus/bus.ts'
import { createClock } from '@asaichi/service/clock.ts'
import { parseEnv } from '@asaichi/service/env.ts'
import { run } from '@asaichi/service/run.ts'
import { serve } from '@hono/node-server'
import { beaconApp } from './beacon-app.ts'
import { beaconEnv } from './config.ts'

const env = parseEnv(beaconEnv)

await run('beacon', env, async log => {
  const clock = createClock(env.TOWN_CLOCK)
  const bus = await connectAsking({ nats: env, party: 'beacon', clock, log })
  const server = await new Promise<ReturnType<typeof serve>>(resolve => {
    const started = serve(
      { fetch: beaconApp(clock.now).fetch, hostname: '127.0.0.1', port: env.HTTP_PORT },
      () => resolve(started),
    )
  })
  return {
    isReady: () => bus.isConnected(),
    async [Symbol.asyncDispose]() {
      if ('closeAllConnections' in server) server.closeAllConnections()
      await new Promise<void>(resolve => server.close(() => resolve()))
      await bus[Symbol.asyncDispose]()
    },
  }
})
