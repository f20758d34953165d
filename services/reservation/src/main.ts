import { parseEnv } from '@asaichi/service/env.ts'
import { run } from '@asaichi/service/run.ts'
import { config } from './config.ts'
import { startReservation } from './start.ts'

const env = parseEnv(config)
await run('reservation', env, log => startReservation(env, log))
