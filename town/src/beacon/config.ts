import { busEnv, port, processEnv } from '@asaichi/service/env.ts'

/** What the town's beacon is told. */
export const beaconEnv = processEnv.extend({
  ...busEnv.shape,
  HTTP_PORT: port.describe('Tells the randomness of each round, as drand does.'),
})
