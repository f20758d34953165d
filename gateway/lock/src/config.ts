import { port, processEnv } from '@asaichi/service/env.ts'
import { z } from 'zod'

/** What the gateway of a site is told. */
export const gatewayEnv = processEnv.extend({
  MQTT_HOST: z.string().min(1).default('127.0.0.1').describe('Where locks and the lock service connect.'),
  MQTT_PORT: port.default(1883).describe('Its port.'),
  DEVICES_FILE: z
    .string()
    .min(1)
    .describe('JSON: the site’s locks, each with the hash of its password. Read again when it changes.'),
  DATA_DIR: z.string().min(1).describe('The last desired set of each lock, kept for when the city is away.'),
  CLOUD_PASSWORD_HASH: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'SHA-256 in hex')
    .describe('SHA-256 of the lock service’s password.'),
  CONNECTIONS_MAX: z.coerce.number().int().min(1).default(2_000).describe('More are turned away.'),
})
export type GatewayConfig = Pick<
  z.output<typeof gatewayEnv>,
  'MQTT_HOST' | 'MQTT_PORT' | 'DEVICES_FILE' | 'DATA_DIR' | 'CLOUD_PASSWORD_HASH' | 'CONNECTIONS_MAX'
>
