import { DeviceLockId, SiteId } from '@asaichi/contract/lock/topics.ts'
import { file, port, processEnv } from '@asaichi/service/env.ts'
import { z } from 'zod'

/** What one virtual lock is told. */
export const virtualLockEnv = processEnv.extend({
  LOCK_ID: DeviceLockId.describe('The lock’s name, by which the gateway knows it.'),
  SITE_ID: SiteId.describe('The site whose gateway it belongs to.'),
  DOOR_NAME: z.string().max(64).default('').describe('What its page calls the door.'),
  MQTT_URL: z.url({ protocol: /^mqtts?$/ }).describe('The site’s gateway.'),
  MQTT_TLS_CA: file.describe('A file with who vouches for it, instead of the public authorities.'),
  LOCK_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/, '32 bytes in hex')
    .meta({ description: '32 bytes in hex: opens the codes that are sealed for it.', secret: true }),
  MQTT_PASSWORD: z.string().min(1).meta({ description: 'Its password at the gateway.', secret: true }),
  HTTP_HOST: z.string().min(1).default('127.0.0.1').describe('Where its keypad is a page.'),
  HTTP_PORT: port.default(0).describe('Its port; 0 takes any free one.'),
  DATA_DIR: z.string().min(1).describe('Its memory: the set of codes, the journal of what happened.'),
  AUTO_LOCK_S: z.coerce
    .number()
    .int()
    .min(0)
    .max(3_600)
    .default(0)
    .describe('Seconds until it locks itself; 0 never.'),
})
