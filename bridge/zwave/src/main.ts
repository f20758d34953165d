import { createClock } from '@asaichi/service/clock.ts'
import { parseEnv } from '@asaichi/service/env.ts'
import { run } from '@asaichi/service/run.ts'
import { zwaveBridgeEnv } from './config.ts'
import { startZwaveBridge } from './start.ts'

const env = parseEnv(zwaveBridgeEnv)
const clock = createClock('real')
/** By BSD's sysexits: no such device. */
const GONE = 69

await run('bridge-zwave', env, async log => {
  const bridge = await startZwaveBridge(env, {
    crystalMs: () => Date.parse(clock.now()),
    // Readiness restarts nothing, so it ends, and whoever keeps it alive starts it again.
    onFault: () => {
      log.fatal('the Z-Wave stick is gone')
      process.exit(GONE)
    },
    log,
  })
  return { isReady: () => true, [Symbol.asyncDispose]: () => bridge[Symbol.asyncDispose]() }
})
