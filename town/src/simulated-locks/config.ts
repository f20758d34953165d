import { DeviceLockId } from '@asaichi/contract/lock/topics.ts'
import { port, processEnv } from '@asaichi/service/env.ts'
import { z } from 'zod'

const Door = z.strictObject({ lockId: DeviceLockId, name: z.string().max(64), port })

/** What the simulated locks of a family are told. */
export const simulatedLocksEnv = processEnv.extend({
  RADIO: z.enum(['zwave', 'zigbee']).describe('What they speak.'),
  RADIO_PORT: port.describe(
    'Where their bridge finds them: a Z-Wave stick behind TCP, or the broker of zigbee2mqtt.',
  ),
  DOORS: z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text)
      } catch {
        context.addIssue('no JSON')
        return z.NEVER
      }
    })
    .pipe(z.array(Door).min(1))
    .describe('JSON list of `{lockId, name, port}`: each door, and the port at which its keypad is a page.'),
  HTTP_HOST: z.string().min(1).default('127.0.0.1').describe('Where their keypads are pages.'),
  DATA_DIR: z.string().min(1).describe('What zigbee2mqtt keeps. The locks forget their codes when they end.'),
})
