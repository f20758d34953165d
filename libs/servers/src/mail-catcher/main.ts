import { parseEnv } from '@asaichi/service/env.ts'
import { run } from '@asaichi/service/run.ts'
import { mailCatcherEnv } from './config.ts'
import { startMailCatcher } from './mail-catcher.ts'

const env = parseEnv(mailCatcherEnv)

await run('mail', env, async () => {
  const catcher = await startMailCatcher({
    smtpPort: env.SMTP_PORT,
    httpPort: env.HTTP_PORT,
    dir: env.DATA_DIR,
  })
  return { isReady: () => true, [Symbol.asyncDispose]: catcher.stop }
})
