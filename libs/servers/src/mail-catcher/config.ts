import { port, processEnv } from '@asaichi/service/env.ts'
import { z } from 'zod'

/** What the mail catcher is told. */
export const mailCatcherEnv = processEnv.extend({
  SMTP_PORT: port.describe('Takes every mail, whoever it is for.'),
  HTTP_PORT: port.describe('Shows what was taken.'),
  DATA_DIR: z.string().min(1).describe('Keeps it.'),
})
