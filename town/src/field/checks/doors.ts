import { connect, type IClientOptions } from 'mqtt'
import { mustBe } from '../../journey/expect.ts'
import type { Check } from '../check.ts'
import type { Field } from '../field.ts'

/** What a lock's maker sees of the gateway. */
export const doorChecks: readonly Check[] = [
  { id: 'B18', says: 'a lock that is turned away gets a return code of the table', play: turnedAway },
]

async function turnedAway({ mqtt }: Field): Promise<void> {
  for (const options of [{ keepalive: 600 }, { keepalive: 0 }, { clean: false }])
    mustBe(await connack(mqtt, options), 5, `CONNACK for ${JSON.stringify(options)}`)
}

/** The return code of the CONNACK; undefined where the connection was closed without one. */
async function connack(url: string, options: IClientOptions): Promise<number | null | undefined> {
  const client = connect(url, { protocolVersion: 4, clientId: 'field', reconnectPeriod: 0, ...options })
  client.on('error', () => undefined)
  const code = await new Promise<number | null | undefined>(resolve => {
    client.on('packetreceive', packet => {
      if (packet.cmd === 'connack') resolve(packet.returnCode)
    })
    client.on('close', () => resolve(undefined))
  })
  await client.endAsync(true)
  return code
}
