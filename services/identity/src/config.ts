import { anchorFile } from '@asaichi/audit/anchor.ts'
import { secretKey, serviceEnv } from '@asaichi/service/env.ts'
import type { z } from 'zod'

export const config = serviceEnv.extend({
  SECRET_KEY: secretKey(
    'makes the tokens and codes that mails carry, and seals the secrets of apps that log in.',
  ),
  AUDIT_ANCHOR_FILE: anchorFile,
})
export type Config = z.output<typeof config>
