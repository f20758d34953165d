import { Presence, Reported } from '@asaichi/contract/lock/topics.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import type { MqttClient } from 'mqtt'
import { expect } from 'vitest'
import {
  type Cloud,
  connectCloud,
  desiredSet,
  type GatewayBed,
  lockClient,
  NINE,
  next,
} from './gateway-bed.ts'

export const ME = 'hall-room-1'
export const VICTIM = 'hall-room-2'
/** What an intruder says carries this word, so that it can be looked for wherever it must not come. */
export const FORGED_PRESENCE = JSON.stringify({ state: 'online', boot: 'forged', at: NINE })

export async function connectedAsMe(bed: GatewayBed): Promise<MqttClient> {
  const client = lockClient(bed, ME)
  await next(client, 'connect')
  return client
}

/** After the refused act: the victim's own documents are what the cloud sees, and the gateway serves on. */
export async function expectNothingChanged(bed: GatewayBed, cloud: Cloud): Promise<void> {
  const victim = await bed.lock(VICTIM)
  await cloud.publish(VICTIM, 'desired', desiredSet(VICTIM, { rev: 1 }, []))
  await eventually(() => expect(victim.state()).toMatchObject({ rev: 1, online: true }))
  await eventually(() => expect(cloud.heard(Reported, VICTIM, 'reported').at(-1)?.rev).toBe(1))
  expect(cloud.messages.some(each => each.payload.includes('forged'))).toBe(false)
  const late = await connectCloud(bed, { clientId: 'cloud-late' })
  await eventually(() => expect(late.heard(Presence, VICTIM, 'presence').length).toBe(1))
  expect(late.messages.some(each => each.payload.includes('forged'))).toBe(false)
}
export async function closed(client: MqttClient): Promise<void> {
  if (client.connected) await next(client, 'close')
  expect(client.connected).toBe(false)
}

export async function expectRefused(client: MqttClient): Promise<void> {
  let wasLetIn = false
  client.on('connect', () => {
    wasLetIn = true
  })
  await next(client, 'close')
  expect(wasLetIn).toBe(false)
}
