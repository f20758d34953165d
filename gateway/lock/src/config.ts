import { processEnv } from '@asaichi/service/env.ts'
import { z } from 'zod'

/** What the gateway of a site is told. */
export const gatewayEnv = processEnv.extend({
  MQTT_HOST: z.string().min(1).default('127.0.0.1'),
  MQTT_PORT: z.coerce.number().int().min(0).max(65_535).default(1883),
  DEVICES_FILE: z.string().min(1),
  DATA_DIR: z.string().min(1),
  CLOUD_PASSWORD_HASH: z.string().regex(/^[0-9a-f]{64}$/, 'SHA-256 in hex'),
  CONNECTIONS_MAX: z.coerce.number().int().min(1).default(2_000),
})
export type GatewayConfig = Pick<
  z.output<typeof gatewayEnv>,
  'MQTT_HOST' | 'MQTT_PORT' | 'DEVICES_FILE' | 'DATA_DIR' | 'CLOUD_PASSWORD_HASH' | 'CONNECTIONS_MAX'
>
