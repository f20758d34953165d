import { zigbeeBridgeEnv } from '@asaichi/bridge-zigbee2mqtt/config.ts'
import { zwaveBridgeEnv } from '@asaichi/bridge-zwave/config.ts'
import { config as catalog } from '@asaichi/catalog/config.ts'
import { initEnv, keeperEnv } from '@asaichi/city/config.ts'
import { floorEnv } from '@asaichi/city/floor/config.ts'
import { preflightEnv } from '@asaichi/city/preflight/config.ts'
import { config as frontDoor } from '@asaichi/gateway-api/config.ts'
import { gatewayEnv } from '@asaichi/gateway-lock/config.ts'
import { config as identity } from '@asaichi/identity/config.ts'
import { config as lock } from '@asaichi/lock/config.ts'
import { config as lottery } from '@asaichi/lottery/config.ts'
import { config as notification } from '@asaichi/notification/config.ts'
import { config as reservation } from '@asaichi/reservation/config.ts'
import { mailCatcherEnv } from '@asaichi/servers/mail-catcher/config.ts'
import { processEnv, serviceEnv } from '@asaichi/service/env.ts'
import { beaconEnv } from '@asaichi/town/beacon/config.ts'
import { clockEnv } from '@asaichi/town/clock/config.ts'
import { simulatedLocksEnv } from '@asaichi/town/simulated-locks/config.ts'
import { FIXED_PORTS } from '@asaichi/town/town-ports.ts'
import { virtualLockEnv } from '@asaichi/town/virtual-lock/config.ts'
import { z } from 'zod'
import { sectionOf, type Told } from './table.ts'

export const PROCESSES: readonly Told[] = [
  { title: 'Every process', schema: processEnv },
  { title: 'Every service', schema: serviceEnv, like: processEnv },
  { title: 'identity', schema: identity, like: serviceEnv },
  { title: 'catalog', schema: catalog, like: serviceEnv },
  { title: 'reservation', schema: reservation, like: serviceEnv },
  { title: 'lottery', schema: lottery, like: serviceEnv },
  { title: 'notification', schema: notification, like: serviceEnv },
  { title: 'lock', schema: lock, like: serviceEnv },
  { title: 'gateway-api', says: 'The front door; it has no database.', schema: frontDoor, like: processEnv },
  { title: 'gateway-lock', says: 'At a site.', schema: gatewayEnv, like: processEnv },
  {
    title: 'bridge-zigbee2mqtt',
    says: 'At a site with Zigbee locks, beside its gateway.',
    schema: zigbeeBridgeEnv,
    like: processEnv,
  },
  {
    title: 'bridge-zwave',
    says: 'At a site with Z-Wave locks, beside its gateway.',
    schema: zwaveBridgeEnv,
    like: processEnv,
  },
  {
    title: 'keeper',
    says: 'Sets the streams up again after a wiped bus.',
    schema: keeperEnv,
    like: processEnv,
  },
  {
    title: 'rush',
    says: 'The job that raises the floor of the autoscalers before seven (`deploy/components/rush`).',
    schema: floorEnv,
    like: z.object({}),
  },
  {
    title: 'preflight',
    says: 'The job that says before seven whether all is warm (`deploy/components/preflight`).',
    schema: preflightEnv,
    like: z.object({}),
  },
  {
    title: 'init',
    says: '`npm run city -- init`, before a release.',
    schema: initEnv,
    like: z.object({}),
  },
  { title: 'The town’s clock', says: 'Demo and tests.', schema: clockEnv, like: processEnv },
  { title: 'The town’s beacon', says: 'Demo and tests.', schema: beaconEnv, like: processEnv },
  { title: 'The mail catcher', says: 'Demo and tests.', schema: mailCatcherEnv, like: processEnv },
  { title: 'A virtual lock', says: 'Demo and tests.', schema: virtualLockEnv, like: processEnv },
  {
    title: 'Simulated locks of a family',
    says: 'Demo and tests: `npm start -- --locks zwave`.',
    schema: simulatedLocksEnv,
    like: processEnv,
  },
]

/** Read by commands and tests, which have no schema; the test of this document finds one that is missing here. */
export const AROUND: Readonly<Record<string, string>> = {
  DATABASE_URL: '`npm start`: a PostgreSQL elsewhere, as its owner, instead of the embedded one',
  NATS_URL:
    '`npm start`, `npm run parked`: a NATS elsewhere, told of our users by `.town/nats/nats.conf`; set-up then obtains none',
  NATS_SEED: '`npm run parked`: the operator’s seed, for a town elsewhere',
  LOCK_MASTER_KEY: '`npm run lock`: that of the lock service, from which passwords and keys are computed',
  NATS_TLS_CA:
    '`npm start`, `npm run parked`: as for every process, and so `NATS_TLS_CERT` and `NATS_TLS_KEY`',
  SMTP_URL: '`npm start`: a relay elsewhere instead of the mail catcher',
  MQTT_URL: '`npm start`: a `gateway/lock` elsewhere',
  CHROMIUM: 'the browser that the tests of the screens drive, if it is not on the PATH',
  ASAICHI_API: 'Vite’s development server: the API that it asks; http://localhost:8080 if it is not set',
  ALLOW_VOLATILE_DATABASE:
    '`1`: takes a database that forgets what it had when the power fails; tests set it themselves',
  PROPERTY_RUNS:
    'how many cases of each property the quick tests try, in place of a hundred; `npm run verify` sets it',
  ZIGBEE2MQTT_HOME: 'where zigbee2mqtt is; the town tells the simulated radio in it',
  FAKE_LOCKS: 'what locks that radio plays, as JSON; the town sets it itself',
  AXE_MATRIX: '`full`: tests every screen and state in every language and width',
  TEST_CONTAINERS:
    '`1`: tests take PostgreSQL and NATS from containers; `npm run images -- containers` sets it, in the network of its engine',
  TEST_LOG: 'a level: the tests’ services then log',
}

/** docs/environment.md, whole. */
export function environmentDocument(): string {
  const ports = Object.entries(FIXED_PORTS).map(([name, port]) => `| \`PORT_${name}\` | \`${port}\` |`)
  const around = Object.entries(AROUND).map(([name, says]) => `| \`${name}\` | ${says} |`)
  return `${[
    '# Environment',
    'Every variable of every process, written by `npm run env-table` from the schemas that the processes parse at their start; a wrong value ends a process with one line and exit 78. `npm start` tells each of its processes all of this by itself.',
    ...PROCESSES.map(sectionOf),
    '## Around the processes',
    ['| variable | read by |', '| --- | --- |', ...around].join('\n'),
    '## Ports of `npm start`',
    'All lie below the range that the system gives to outgoing connections.',
    ['| variable | if it is not set |', '| --- | --- |', ...ports].join('\n'),
  ].join('\n\n')}\n`
}
