import { type GatewayPresence, type GatewayStatus, gatewayTopic } from '@asaichi/contract/lock/topics.ts'
import type { Identity } from './access.ts'
import type { Context } from './context.ts'

const STATUS_MS = 10_000

/** Tells `cloud`, retained, that the gateway is there and how it does; the last word of a graceful stop is `offline`. */
export async function startStatus(
  context: Context,
  connected: () => readonly Identity[],
): Promise<AsyncDisposable> {
  const sayPresence = async (state: GatewayPresence['state']) => {
    const presence: GatewayPresence = { state, at: context.clock.now() }
    for (const site of context.devices.sites())
      await context.publish(gatewayTopic(site, 'presence'), presence, { retain: true })
  }
  const sayStatus = async () => {
    for (const site of context.devices.sites())
      await context.publish(gatewayTopic(site, 'status'), statusOf(context, site, connected()), {
        retain: true,
      })
  }
  await sayPresence('online')
  await sayStatus()
  const timer = setInterval(() => {
    sayStatus().catch((err: unknown) => context.log.warn({ err }, 'status not sent'))
  }, STATUS_MS)
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(timer)
      await sayPresence('offline')
    },
  }
}

function statusOf(
  { clock, devices, events }: Context,
  site: string,
  connected: readonly Identity[],
): GatewayStatus {
  return {
    locks: devices.all().filter(device => device.site === site && device.passwordHash !== null).length,
    locksOnline: connected.filter(each => each.role === 'lock' && each.site === site).length,
    cloudConnected: connected.some(each => each.role === 'cloud'),
    eventsWaiting: events.waiting(),
    eventsDropped: events.dropped(),
    at: clock.now(),
  }
}
