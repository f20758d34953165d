import path from 'node:path'
import type { TownBus } from '@asaichi/city/town-bus.ts'
import type { TownKeys } from '@asaichi/city/town-keys.ts'
import type { Service } from '@asaichi/contract/define.ts'
import { ALL_SERVICES, type OutboxService } from '@asaichi/contract/town/town.ts'
import { DEMO_BEACON } from './beacon/beacon-app.ts'
import { DEMO_LOCKS } from './demo-locks.ts'
import { lockParts } from './lock-parts.ts'
import { nodePart } from './node-part.ts'
import type { Part } from './processes/supervised.ts'
import type { LockFamily } from './simulated-locks/families.ts'
import type { PortName, TownPorts } from './town-ports.ts'

export type PartsSetting = {
  readonly dir: string
  readonly ports: TownPorts
  readonly bus: TownBus
  readonly keys: TownKeys
  readonly smtpUrl: string
  readonly mqttUrl: string
  /** What the demo's doors have. */
  readonly locks: LockFamily
  /** The built web app; without it the front door shows a small page of its own. */
  readonly webDir?: string | undefined
}

/** How many processes serve; one where nothing is said. */
export type Replicas = { readonly reservation?: 1 | 2 }
/** The URL of each one's own role. */
export type Databases = Readonly<Record<keyof TownKeys['passwords'], string>>

/** Our processes that need no database: they start beside it. */
export function peripheralParts(
  setting: PartsSetting,
  gateway: Readonly<Record<string, string>>,
): readonly Part[] {
  const { dir, ports, mqttUrl, keys } = setting
  return [
    nodePart(setting, {
      name: 'mail',
      main: 'libs/servers/src/mail-catcher/main.ts',
      health: 'HEALTH_MAIL',
      yields: true,
      ports: ['SMTP', 'MAIL'],
      env: {
        SMTP_PORT: String(ports.SMTP.port),
        HTTP_PORT: String(ports.MAIL.port),
        DATA_DIR: path.join(dir, 'mail'),
      },
    }),
    nodePart(setting, {
      name: 'gateway-lock',
      main: 'gateway/lock/src/main.ts',
      health: 'HEALTH_GATEWAY_LOCK',
      ports: ['MQTT'],
      env: { ...gateway, MQTT_PORT: String(ports.MQTT.port), DATA_DIR: path.join(dir, 'gateway-lock') },
    }),
    ...lockParts({ dir, ports, mqttUrl, lockMaster: keys.lockMaster, family: setting.locks }),
  ]
}

/** The six services, the town's clock and the front door; each service is told its own database and no other. */
export function servingParts(
  setting: PartsSetting,
  databases: Databases,
  replicas: Replicas = {},
): readonly Part[] {
  const { ports, bus, smtpUrl, mqttUrl, keys } = setting
  const service = (name: OutboxService, own: { readonly name: string; readonly health: PortName }) =>
    nodePart(setting, {
      ...own,
      main: `services/${name}/src/main.ts`,
      dependsOn: ['postgres', 'nats', ...(BESIDES[name] ?? [])],
      yields: YIELDING.has(name),
      env: {
        DATABASE_URL: databases[name],
        ...bus[name],
        ...((name === 'identity' || name === 'reservation' || name === 'lottery') && {
          SECRET_KEY: keys.secrets[name],
        }),
        ...((name === 'identity' || name === 'lottery') && {
          AUDIT_ANCHOR_FILE: path.join(setting.dir, 'audit', `${name}.log`),
        }),
        ...(name === 'notification' && { SMTP_URL: smtpUrl }),
        ...(name === 'lottery' && {
          ...(keys.former.lottery !== undefined && { SECRET_KEY_OLD: keys.former.lottery }),
          BEACON_URL: `http://127.0.0.1:${ports.BEACON.port}`,
          BEACON_CHAIN: JSON.stringify(DEMO_BEACON.chain),
        }),
        ...(name === 'lock' && { MQTT_URL: mqttUrl, LOCK_MASTER_KEY: keys.lockMaster }),
      },
    })
  const services = [
    ...ALL_SERVICES.map(name => service(name, { name, health: HEALTH[name] })),
    ...(replicas.reservation === 2
      ? [service('reservation', { name: 'reservation-2', health: 'HEALTH_RESERVATION_2' })]
      : []),
  ]
  const clock = nodePart(setting, {
    name: 'clock',
    main: 'town/src/clock/main.ts',
    health: 'HEALTH_CLOCK',
    dependsOn: ['postgres', 'nats'],
    env: { DATABASE_URL: databases.clock, ...bus.clock },
  })
  const beacon = nodePart(setting, {
    name: 'beacon',
    main: 'town/src/beacon/main.ts',
    health: 'HEALTH_BEACON',
    yields: true,
    ports: ['BEACON'],
    dependsOn: ['nats'],
    env: { ...bus.beacon, HTTP_PORT: String(ports.BEACON.port) },
  })
  const names = services.map(part => part.name)
  return [...services, clock, beacon, frontDoor(setting, names)]
}

function frontDoor(setting: PartsSetting, dependsOn: readonly string[]): Part {
  const { ports, bus, keys, webDir } = setting
  return nodePart(setting, {
    name: 'gateway-api',
    main: 'gateway/api/src/main.ts',
    health: 'HEALTH_API',
    ports: ['API'],
    dependsOn,
    env: {
      ...bus['gateway-api'],
      PORT: String(ports.API.port),
      LINK_KEY: keys.link,
      ...(keys.former.link !== undefined && { LINK_KEY_OLD: keys.former.link }),
      ...(webDir !== undefined && { WEB_DIR: webDir }),
      DEMO_LINKS: JSON.stringify(demoLinks(ports)),
      DEMO_MAIL_URL: `http://127.0.0.1:${ports.MAIL.port}`,
      DEMO_KEYPADS: JSON.stringify(
        DEMO_LOCKS.map(({ lockId, name, translations, port }) => ({
          lockId,
          name,
          translations,
          url: `http://127.0.0.1:${ports[port].port}`,
        })),
      ),
    },
  })
}

/** What the front page tells visitors of the demo about besides itself. */
function demoLinks(ports: TownPorts): readonly { readonly title: string; readonly url: string }[] {
  const keypads = DEMO_LOCKS.map(({ name, port }) => ({ title: `${name}のキーパッド`, port }))
  return [{ title: '届いたメール', port: 'MAIL' } as const, ...keypads].map(({ title, port }) => ({
    title,
    url: `http://localhost:${ports[port].port}`,
  }))
}

const HEALTH = {
  identity: 'HEALTH_IDENTITY',
  catalog: 'HEALTH_CATALOG',
  reservation: 'HEALTH_RESERVATION',
  lottery: 'HEALTH_LOTTERY',
  notification: 'HEALTH_NOTIFICATION',
  lock: 'HEALTH_LOCK',
  town: 'HEALTH_CLOCK',
} as const satisfies Record<Service, PortName>

/** Who must still be there while a service hands over its last work. */
const BESIDES: Readonly<Partial<Record<Service, readonly string[]>>> = {
  notification: ['mail'],
  lock: ['gateway-lock'],
}

/** At the hour the lottery tells thousands of results, and as many mails go out. */
const YIELDING: ReadonlySet<Service> = new Set(['lottery', 'notification'])
