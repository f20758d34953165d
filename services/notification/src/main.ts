import { parseEnv } from '@asaichi/service/env.ts'
import { run } from '@asaichi/service/run.ts'
import { config } from './config.ts'
import { startNotification } from './start.ts'

const env = parseEnv(config)
await run('notification', env, log => startNotification(env, log))
