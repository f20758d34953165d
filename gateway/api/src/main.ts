import { parseEnv } from '@asaichi/service/env.ts'
import { run } from '@asaichi/service/run.ts'
import { config } from './config.ts'
import { startApi } from './start.ts'

const env = parseEnv(config)
await run('gateway-api', env, log => startApi(env, log))
