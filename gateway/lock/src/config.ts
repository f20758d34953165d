import { file, port, processEnv } from '@asaichi/service/env.ts'
import { z } from 'zod'

/** What the gateway of a site is told. */
export const gatewayEnv = processEnv
  .extend({
    MQTT_HOST: z.string().min(1).default('127.0.0.1').describe('Where locks and the lock service connect.'),
    MQTT_PORT: port.default(1883).describe('Its port.'),
    MQTT_TLS_CERT: file.describe(
      'A file with the certificate by which locks and lock service know this gateway; with it nothing goes in clear. Read again when it changes.',
    ),
    MQTT_TLS_KEY: file.describe('A file with its key.'),
    DEVICES_FILE: z
      .string()
      .min(1)
      .describe('JSON: the site’s locks, each with the hash of its password. Read again when it changes.'),
    DATA_DIR: z
      .string()
      .min(1)
      .describe('The last desired set of each lock, kept for when the city is away.'),
    CLOUD_PASSWORD_HASH: z
      .string()
      .regex(/^[0-9a-f]{64}$/, 'SHA-256 in hex')
      .describe('SHA-256 of the lock service’s password.'),
    CONNECTIONS_MAX: z.coerce.number().int().min(1).default(2_000).describe('More are turned away.'),
  })
  .refine(told => (told.MQTT_TLS_CERT === undefined) === (told.MQTT_TLS_KEY === undefined), {
    path: ['MQTT_TLS_KEY'],
    error: 'set it together with MQTT_TLS_CERT, or neither',
  })
export type GatewayConfig = Pick<
  z.output<typeof gatewayEnv>,
  | 'MQTT_HOST'
  | 'MQTT_PORT'
  | 'MQTT_TLS_CERT'
  | 'MQTT_TLS_KEY'
  | 'DEVICES_FILE'
  | 'DATA_DIR'
  | 'CLOUD_PASSWORD_HASH'
  | 'CONNECTIONS_MAX'
>
