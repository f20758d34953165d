// A simulated stick behind a TCP port, as zwave-js reaches one that hangs at another machine.
import { once } from 'node:events'
import { createServer } from 'node:net'
import { createStick, libraryIn } from './locks.mjs'

export async function serveStick(home, port) {
  const [serialApi, mock] = await Promise.all(
    ['@zwave-js/serial', '@zwave-js/serial/mock'].map(name => libraryIn(home, name)),
  )
  const { port: mockPort, serial } = await mock.createAndOpenMockedZWaveSerialPort()
  const stick = await createStick(home, { mockPort, serial })
  let client
  void forward(serial.readable, serialApi, data => client?.write(data))
  const server = createServer(socket => {
    client = socket
    // The simulated stick takes whole frames, and TCP keeps no boundaries.
    const parser = new serialApi.SerialAPIParser()
    const writer = parser.writable.getWriter()
    void forward(parser.readable, serialApi, data => serial.writeAsync(data))
    socket.on('data', chunk => void writer.write(chunk).catch(() => undefined))
    socket.on('error', () => socket.destroy())
    socket.on('close', () => {
      if (client === socket) client = undefined
      writer.abort().catch(() => undefined)
    })
  })
  server.maxConnections = 1
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    stick,
    async end() {
      client?.destroy()
      server.close()
      stick.destroy()
      await serial.close()
      mockPort.destroy()
    },
  }
}

async function forward(readable, { ZWaveSerialFrameType }, take) {
  try {
    for await (const { type, data } of readable)
      if (type === ZWaveSerialFrameType.SerialAPI)
        await take(typeof data === 'number' ? Uint8Array.of(data) : data)
  } catch {
    // The other side is gone; the next one brings a stream of its own.
  }
}
