import { parseEnv, processEnv } from '@asaichi/service/env.ts'
import { run } from '@asaichi/service/run.ts'
import { z } from 'zod'
import { startMailCatcher } from './mail-catcher.ts'

const port = z.coerce.number().int().min(0).max(65535)
const env = parseEnv(processEnv.extend({ SMTP_PORT: port, HTTP_PORT: port, DATA_DIR: z.string().min(1) }))

await run('mail', env, async () => {
  const catcher = await startMailCatcher({
    smtpPort: env.SMTP_PORT,
    httpPort: env.HTTP_PORT,
    dir: env.DATA_DIR,
  })
  return { isReady: () => true, [Symbol.asyncDispose]: catcher.stop }
})
