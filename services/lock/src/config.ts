import { secretKey, serviceEnv } from '@asaichi/service/env.ts'
import { z } from 'zod'

export const config = serviceEnv.extend({
  MQTT_URL: z.url({ protocol: /^mqtts?$/ }).describe('The gateway of the locks.'),
  LOCK_MASTER_KEY: secretKey('every lock’s password and key come from it, and this service’s own.'),
})
export type Config = z.output<typeof config>
