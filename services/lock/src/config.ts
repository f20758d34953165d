import { file, secretKey, serviceEnv } from '@asaichi/service/env.ts'
import { z } from 'zod'

export const config = serviceEnv
  .extend({
    MQTT_URL: z
      .url({ protocol: /^mqtts?$/ })
      .describe('The gateway of the locks; `mqtts` where the line is sealed.'),
    MQTT_TLS_CA: file.describe(
      'A file with who vouches for the gateway, instead of the public authorities; only with `mqtts`.',
    ),
    LOCK_MASTER_KEY: secretKey('every lock’s password and key come from it, and this service’s own.'),
  })
  .refine(({ MQTT_URL, MQTT_TLS_CA }) => MQTT_TLS_CA === undefined || MQTT_URL.startsWith('mqtts:'), {
    path: ['MQTT_URL'],
    error: 'mqtts:// where MQTT_TLS_CA is set',
  })
export type Config = z.output<typeof config>
