import { BridgedLock, bridgeEnv, lockList } from '@asaichi/lock-driver/bridge-config.ts'
import { file } from '@asaichi/service/env.ts'
import { z } from 'zod'

/** What the bridge to Z-Wave locks is told. */
export const zwaveBridgeEnv = bridgeEnv.extend({
  LOCKS_FILE: z
    .string()
    .min(1)
    .describe(
      'JSON: its locks, each with password, key and number in the Z-Wave network. Only this process may read it.',
    ),
  DATA_DIR: z
    .string()
    .min(1)
    .describe(
      'Per lock: the sealed set, the ledger of its places, events that wait. And zwave-js’s cache, in which codes stand in clear.',
    ),
  ZWAVE_HOME: z.string().min(1).describe('The folder in whose node_modules zwave-js 15.29.0 is installed.'),
  ZWAVE_PORT: z.string().min(1).describe('The Z-Wave stick: /dev/serial/by-id/… .'),
  ZWAVE_KEYS_FILE: file.describe('JSON: the network’s security keys by name, each 16 bytes in hex.'),
})

export const ZwaveLocks = lockList(BridgedLock.extend({ node: z.int().min(2).max(4_000) }))
export const ZwaveKeys = z.record(z.string(), z.string().regex(/^[0-9a-f]{32}$/))
