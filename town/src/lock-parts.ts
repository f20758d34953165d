import path from 'node:path'
import { bridgeLocksFile, DEMO_LOCKS, DEMO_SITE, lockCredentials } from './demo-locks.ts'
import { nodePart } from './node-part.ts'
import type { Part } from './processes/supervised.ts'
import { type LockFamily, type RadioFamily, toolFolder } from './simulated-locks/families.ts'
import type { TownPorts } from './town-ports.ts'

type Setting = {
  readonly dir: string
  readonly ports: TownPorts
  readonly mqttUrl: string
  readonly lockMaster: string
}

/** The locks of the demo's doors with their keypads: a process each, or those of a family behind its bridge. */
export function lockParts({
  family,
  ...setting
}: Setting & { readonly family: LockFamily }): readonly Part[] {
  return family === 'virtual' ? virtualLocks(setting) : [radioLocks(setting, family), bridge(setting, family)]
}

function virtualLocks(setting: Setting): readonly Part[] {
  const { dir, ports, mqttUrl, lockMaster } = setting
  return DEMO_LOCKS.map(({ lockId, site, name, port, health }) =>
    nodePart(setting, {
      name: lockId,
      main: 'town/src/virtual-lock/main.ts',
      health,
      yields: true,
      ports: [port],
      dependsOn: ['gateway-lock'],
      env: {
        LOCK_ID: lockId,
        SITE_ID: site,
        DOOR_NAME: name,
        MQTT_URL: mqttUrl,
        ...lockCredentials(lockMaster, lockId),
        HTTP_PORT: String(ports[port].port),
        DATA_DIR: path.join(dir, 'virtual-locks', lockId),
      },
    }),
  )
}

const LOCKS = 'simulated-locks'

function radioLocks(setting: Setting, family: RadioFamily): Part {
  const { dir, ports } = setting
  const doors = DEMO_LOCKS.map(({ lockId, name, port }) => ({ lockId, name, port: ports[port].port }))
  return nodePart(setting, {
    name: LOCKS,
    main: 'town/src/simulated-locks/main.ts',
    health: 'HEALTH_SIMULATED_LOCKS',
    yields: true,
    ports: ['LOCK_RADIO', ...DEMO_LOCKS.map(({ port }) => port)],
    env: {
      RADIO: family,
      RADIO_PORT: String(ports.LOCK_RADIO.port),
      DOORS: JSON.stringify(doors),
      DATA_DIR: path.join(dir, LOCKS, family),
    },
  })
}

function bridge(setting: Setting, family: RadioFamily): Part {
  const { dir, mqttUrl, ports } = setting
  const { program, ...told } = {
    zwave: {
      program: 'bridge/zwave',
      ZWAVE_HOME: toolFolder('zwave'),
      ZWAVE_PORT: `tcp://127.0.0.1:${ports.LOCK_RADIO.port}`,
    },
    zigbee: { program: 'bridge/zigbee2mqtt', ZIGBEE_URL: `mqtt://127.0.0.1:${ports.LOCK_RADIO.port}` },
  }[family]
  return nodePart(setting, {
    name: `bridge-${family}`,
    main: `${program}/src/main.ts`,
    health: 'HEALTH_BRIDGE',
    yields: true,
    dependsOn: ['gateway-lock', LOCKS],
    env: {
      SITE_ID: DEMO_SITE,
      MQTT_URL: mqttUrl,
      LOCKS_FILE: bridgeLocksFile(dir, family),
      DATA_DIR: path.join(dir, `bridge-${family}`),
      ...told,
    },
  })
}
