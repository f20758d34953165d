import { parseEnv } from '@asaichi/service/env.ts'
import { run } from '@asaichi/service/run.ts'
import { config } from './config.ts'
import { startIdentity } from './start.ts'

const env = parseEnv(config)
await run('identity', env, log => startIdentity(env, log))
