import { BridgedLock, bridgeEnv, lockList } from '@asaichi/lock-driver/bridge-config.ts'
import { z } from 'zod'

/** What the bridge to Zigbee locks is told. */
export const zigbeeBridgeEnv = bridgeEnv.extend({
  LOCKS_FILE: z
    .string()
    .min(1)
    .describe('JSON: its locks, each with password, key and Zigbee address. Only this process may read it.'),
  DATA_DIR: z
    .string()
    .min(1)
    .describe('Per lock: the sealed set, the ledger of its places, events that wait.'),
  ZIGBEE_URL: z
    .url({ protocol: /^mqtts?$/ })
    .describe('The broker of zigbee2mqtt. Codes pass it in clear, so nobody else may be on it.'),
  ZIGBEE_USER: z.string().min(1).optional().describe('Who the bridge is there.'),
  ZIGBEE_PASSWORD: z.string().min(1).optional().meta({ description: 'Its password there.', secret: true }),
  ZIGBEE_TOPIC: z.string().min(1).default('zigbee2mqtt').describe('What zigbee2mqtt’s topics begin with.'),
})

export const ZigbeeLocks = lockList(
  BridgedLock.extend({ ieee: z.string().regex(/^0x[0-9a-f]{16}$/, '0x and sixteen hex digits') }),
)
