import { connect, type IClientOptions } from 'mqtt'

/** The return code of the CONNACK, which is all a lock's maker sees; undefined where the connection was closed without one. */
export async function connack(url: string, options: IClientOptions): Promise<number | null | undefined> {
  const client = connect(url, { protocolVersion: 4, clientId: 'a-lock', reconnectPeriod: 0, ...options })
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
