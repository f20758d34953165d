import { createClock } from '@asaichi/service/clock.ts'
import { parseEnv } from '@asaichi/service/env.ts'
import { run } from '@asaichi/service/run.ts'
import { gatewayEnv } from './config.ts'
import { startGateway } from './gateway.ts'

const env = parseEnv(gatewayEnv)

await run('gateway-lock', env, async log => {
  const gateway = await startGateway(env, { clock: createClock(env.TOWN_CLOCK), log })
  log.info({ port: gateway.port }, 'locks may connect')
  return { isReady: () => true, [Symbol.asyncDispose]: () => gateway[Symbol.asyncDispose]() }
})
