const CONNECT = 1
const LENGTH_BYTES_MAX = 4

export type PacketLimits = {
  /** The longest packet of an accepted client, in bytes after its fixed header. */
  readonly packetBytesMax: number
  /** Everything a client may send before it is accepted. */
  readonly strangerBytesMax: number
}
export type PacketScanner = {
  /** Looks at the next bytes of a stream; a reason means the connection must end before anyone else reads them. */
  readonly scan: (chunk: Uint8Array) => 'ok' | 'too-large' | 'malformed'
  readonly accept: () => void
}

/** Follows the MQTT 3.1.1 fixed headers (clause 2.2) of one stream, because the broker buffers a packet of any length. */
export function createPacketScanner(limits: PacketLimits): PacketScanner {
  let accepted = false
  let strangerBytes = 0
  let isFirst = true
  let bodyLeft = 0
  let header: { length: number; lengthBytes: number } | undefined

  function step(byte: number): 'ok' | 'too-large' | 'malformed' {
    if (!header) {
      if (isFirst && byte >> 4 !== CONNECT) return 'malformed'
      isFirst = false
      header = { length: 0, lengthBytes: 0 }
      return 'ok'
    }
    header.length += (byte & 0x7f) * 128 ** header.lengthBytes
    header.lengthBytes += 1
    if (header.length > limits.packetBytesMax) return 'too-large'
    if (byte < 0x80) {
      bodyLeft = header.length
      header = undefined
    } else if (header.lengthBytes === LENGTH_BYTES_MAX) return 'malformed'
    return 'ok'
  }

  function scan(chunk: Uint8Array) {
    if (!accepted) strangerBytes += chunk.length
    if (!accepted && strangerBytes > limits.strangerBytesMax) return 'too-large'
    for (let at = 0; at < chunk.length; ) {
      const skipped = Math.min(bodyLeft, chunk.length - at)
      bodyLeft -= skipped
      at += skipped
      if (at === chunk.length) break
      const result = step(chunk[at] ?? 0)
      if (result !== 'ok') return result
      at += 1
    }
    return 'ok'
  }

  return {
    scan,
    accept: () => {
      accepted = true
    },
  }
}
