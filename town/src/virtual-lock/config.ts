import { DeviceLockId, SiteId } from '@asaichi/contract/lock/topics.ts'
import { processEnv } from '@asaichi/service/env.ts'
import { z } from 'zod'

/** What one virtual lock is told. */
export const virtualLockEnv = processEnv.extend({
  LOCK_ID: DeviceLockId,
  SITE_ID: SiteId,
  DOOR_NAME: z.string().max(64).default(''),
  MQTT_URL: z.url({ protocol: /^mqtts?$/ }),
  LOCK_KEY: z.string().regex(/^[0-9a-f]{64}$/, '32 bytes in hex'),
  MQTT_PASSWORD: z.string().min(1),
  HTTP_HOST: z.string().min(1).default('127.0.0.1'),
  HTTP_PORT: z.coerce.number().int().min(0).max(65_535).default(0),
  DATA_DIR: z.string().min(1),
  AUTO_LOCK_S: z.coerce.number().int().min(0).max(3_600).default(0),
})
