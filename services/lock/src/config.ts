import { serviceEnv } from '@asaichi/service/env.ts'
import { z } from 'zod'

export const config = serviceEnv.extend({
  MQTT_URL: z.url({ protocol: /^mqtts?$/ }).describe('The gateway of the locks.'),
  LOCK_MASTER_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/, '32 bytes in hex')
    .meta({
      description: '32 bytes in hex, from which every lock’s password and key come, and this service’s own.',
      secret: true,
    }),
})
export type Config = z.output<typeof config>
