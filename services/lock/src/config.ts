import { serviceEnv } from '@asaichi/service/env.ts'
import { z } from 'zod'

export const config = serviceEnv.extend({
  MQTT_URL: z.url({ protocol: /^mqtts?$/ }),
  LOCK_MASTER_KEY: z.string().regex(/^[0-9a-f]{64}$/, '32 bytes in hex'),
})
export type Config = z.output<typeof config>
