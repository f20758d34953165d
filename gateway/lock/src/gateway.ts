import { mkdir } from 'node:fs/promises'
import type { Clock } from '@asaichi/service/clock.ts'
import type { Log } from '@asaichi/service/log.ts'
import { gauge } from '@asaichi/service/metrics.ts'
import { type Broker, createBroker } from './broker.ts'
import type { GatewayConfig } from './config.ts'
import type { Context } from './context.ts'
import { identify, isStillWelcome } from './credentials.ts'
import { openDevices } from './devices.ts'
import { openDocuments } from './documents.ts'
import { openEventForwarder } from './event-forwarder.ts'
import { receive } from './receive.ts'
import { offerKnownSets, offerLastStates } from './retained.ts'
import type { Certificate } from './sealed-server.ts'
import { startStatus } from './status.ts'
import { moveClock, pushTime, restoreClock } from './town-clock.ts'
import { createTurns } from './turns.ts'

export type Gateway = { readonly port: number } & AsyncDisposable
export type GatewayParts = { readonly clock: Clock; readonly log: Log }

/** The broker of a site's locks: state from its own disk, open for connections once everything is in place. */
export async function startGateway(config: GatewayConfig, { clock, log }: GatewayParts): Promise<Gateway> {
  await mkdir(config.DATA_DIR, { recursive: true, mode: 0o700 })
  await restoreClock(config.DATA_DIR, clock)
  await using opened = new AsyncDisposableStack()
  const devices = opened.use(await openDevices({ path: config.DEVICES_FILE, dataDir: config.DATA_DIR, log }))
  const broker = await createBroker({
    log,
    certificate: certificateIn(config),
    identify: claim => identify(claim, { devices, cloudPasswordHash: config.CLOUD_PASSWORD_HASH }),
  })
  const { publish } = broker
  const events = opened.use(
    await openEventForwarder({
      dataDir: config.DATA_DIR,
      log,
      publish,
      isCloudConnected: () => isCloudConnected(broker),
    }),
  )
  // Opened after the journal, so disposed of before it: no event may arrive at a closed journal.
  opened.use(broker)
  const inTurn = createTurns()
  const context: Context = {
    clock,
    log,
    devices,
    documents: await openDocuments(config.DATA_DIR, log),
    events,
    publish,
    inTurn,
    // Two copies of the lock service may tell the time at once, and both would write the same file.
    followClock: time => inTurn('clock', () => moveClock(config.DATA_DIR, clock, time)),
  }
  devices.onChange(() => {
    broker.disconnect(identity => !isStillWelcome(identity, devices))
    offerKnownSets(context).catch((err: unknown) => log.error({ err }, 'sets not offered'))
  })
  opened.defer(clock.onMove(() => pushTime(context)))
  await offerKnownSets(context)
  await offerLastStates(context)
  const port = await openDoors(config, context, broker)
  gauge('site_locks_connected', () => broker.identities().filter(({ role }) => role === 'lock').length)
  gauge('site_cloud_connected', () => (isCloudConnected(broker) ? 1 : 0))
  opened.use(await startStatus(context, () => broker.identities()))
  const resources = opened.move()
  return { port, [Symbol.asyncDispose]: () => resources.disposeAsync() }
}

function openDoors(config: GatewayConfig, context: Context, broker: Broker): Promise<number> {
  const address = {
    host: config.MQTT_HOST,
    port: config.MQTT_PORT,
    connectionsMax: config.CONNECTIONS_MAX,
  }
  return broker.listen(address, {
    receive: said => receive(context, said),
    onSubscribed: identity => {
      if (identity.role === 'cloud') context.events.resend()
    },
  })
}

function certificateIn({ MQTT_TLS_CERT: cert, MQTT_TLS_KEY: key }: GatewayConfig): Certificate | undefined {
  return cert !== undefined && key !== undefined ? { cert, key } : undefined
}

function isCloudConnected(broker: Broker): boolean {
  return broker.identities().some(identity => identity.role === 'cloud')
}
