import { parseEnv } from '@asaichi/service/env.ts'
import { run } from '@asaichi/service/run.ts'
import { config } from './config.ts'
import { startLock } from './start.ts'

const env = parseEnv(config)
await run('lock', env, log => startLock(env, log))
