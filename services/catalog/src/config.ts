import { serviceEnv } from '@asaichi/service/env.ts'
import type { z } from 'zod'

export const config = serviceEnv
export type Config = z.output<typeof config>
