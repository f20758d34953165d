import { busEnv, processEnv } from '@asaichi/service/env.ts'
import { z } from 'zod'

/** What the town's clock is told. */
export const clockEnv = processEnv.extend({
  DATABASE_URL: z
    .string()
    .min(1)
    .meta({ description: 'PostgreSQL as its owner, who alone may move `town_now()`.', secret: true }),
  ...busEnv.shape,
})
