import { port, processEnv } from '@asaichi/service/env.ts'
import { z } from 'zod'

/** What the town's beacon is told. */
export const beaconEnv = processEnv.extend({
  NATS_URL: z.string().min(1).describe('The bus, from which it hears the town’s clock.'),
  HTTP_PORT: port.describe('Tells the randomness of each round, as drand does.'),
})
