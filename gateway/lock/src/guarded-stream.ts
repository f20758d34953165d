import type { Socket } from 'node:net'
import { Duplex } from 'node:stream'
import { createPacketScanner, type PacketLimits } from './packet-scanner.ts'

export type GuardedStream = Duplex & { readonly accept: () => void }

/** The socket as the broker sees it: bytes of an oversized or malformed packet never reach the broker's parser. */
export function guardSocket(socket: Socket, limits: PacketLimits): GuardedStream {
  const scanner = createPacketScanner(limits)
  const stream = new Duplex({
    read() {
      socket.resume()
    },
    write(chunk, _encoding, done) {
      socket.write(chunk, done)
    },
    final(done) {
      socket.end(done)
    },
    destroy(error, done) {
      socket.destroy()
      done(error)
    },
  })
  socket.on('data', (chunk: Buffer) => {
    const result = scanner.scan(chunk)
    if (result !== 'ok') stream.destroy(new Error(`packet ${result}`))
    else if (!stream.push(chunk)) socket.pause()
  })
  socket.on('end', () => stream.push(null))
  socket.on('error', error => stream.destroy(error))
  socket.on('close', () => stream.destroy())
  return Object.assign(stream, { accept: scanner.accept })
}
