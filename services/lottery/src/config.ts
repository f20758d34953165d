import { anchorFile } from '@asaichi/audit/anchor.ts'
import { BeaconChain } from '@asaichi/contract/lottery/draw-bundle.ts'
import { QUICKNET } from '@asaichi/draw/beacon.ts'
import { oldKey, secretKey, serviceEnv } from '@asaichi/service/env.ts'
import { z } from 'zod'

/** A chain as JSON text, for towns whose clock moves: drand cannot know the rounds of their tomorrow. */
const ChainText = z
  .string()
  .transform((text, ctx) => {
    try {
      return JSON.parse(text) as unknown
    } catch {
      ctx.addIssue({ code: 'custom', message: 'not JSON' })
      return z.NEVER
    }
  })
  .pipe(BeaconChain)

export const config = serviceEnv.extend({
  SECRET_KEY: secretKey('seals the secrets of rounds.'),
  SECRET_KEY_OLD: oldKey('SECRET_KEY'),
  BEACON_URL: z
    .url({ protocol: /^https?$/ })
    .default('https://api.drand.sh')
    .describe('The public beacon that decides a draw, or the town’s own.'),
  BEACON_CHAIN: ChainText.default(QUICKNET).describe(
    'Its chain as JSON; drand’s quicknet if nothing is said.',
  ),
  AUDIT_ANCHOR_FILE: anchorFile,
})
export type Config = z.output<typeof config>
