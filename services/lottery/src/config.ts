import { BeaconChain } from '@asaichi/contract/lottery/draw-bundle.ts'
import { QUICKNET } from '@asaichi/draw/beacon.ts'
import { serviceEnv } from '@asaichi/service/env.ts'
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
  BEACON_URL: z.url({ protocol: /^https?$/ }).default('https://api.drand.sh'),
  BEACON_CHAIN: ChainText.default(QUICKNET),
  /** A file outside the database's reach, to which the head of the audit log is appended. */
  AUDIT_ANCHOR_FILE: z.string().min(1).optional(),
})
export type Config = z.output<typeof config>
