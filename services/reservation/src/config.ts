import { secretKey, serviceEnv } from '@asaichi/service/env.ts'
import type { z } from 'zod'

export const config = serviceEnv.extend({ SECRET_KEY: secretKey('orders the presses of an opening pool.') })
export type Config = z.output<typeof config>
