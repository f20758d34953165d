import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createPacketScanner, type PacketScanner } from './packet-scanner.ts'

const limits = { packetBytesMax: 1_000, strangerBytesMax: 100 }

/** A packet of the type with a body of that many bytes (MQTT 3.1.1, clause 2.2). */
function packet(type: number, bodyBytes: number): Buffer {
  const length: number[] = []
  for (let left = bodyBytes, isFirst = true; isFirst || left > 0; isFirst = false) {
    length.push((left % 128) + (left >= 128 ? 0x80 : 0))
    left = Math.floor(left / 128)
  }
  return Buffer.concat([Buffer.from([type << 4, ...length]), Buffer.alloc(bodyBytes, 0xff)])
}
function scanAll(scanner: PacketScanner, bytes: Buffer, cuts: readonly number[]): string {
  const edges = [0, ...cuts.map(cut => cut % bytes.length).toSorted((a, b) => a - b), bytes.length]
  for (const [at, edge] of edges.entries()) {
    const result = scanner.scan(bytes.subarray(edge, edges[at + 1]))
    if (result !== 'ok') return result
  }
  return 'ok'
}
const cuts = fc.array(fc.nat(), { maxLength: 20 })
const bodies = fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 1, maxLength: 6 })

describe('an accepted client', () => {
  test('property: may send packets up to the limit, however the stream is cut', () => {
    fc.assert(
      fc.property(bodies, cuts, (sizes, at) => {
        const scanner = createPacketScanner(limits)
        expect(scanner.scan(packet(1, 20))).toBe('ok')
        scanner.accept()
        expect(scanAll(scanner, Buffer.concat(sizes.map(size => packet(3, size))), at)).toBe('ok')
      }),
    )
  })

  test('property: is stopped at a longer one before its body, wherever it comes', () => {
    fc.assert(
      fc.property(bodies, cuts, fc.integer({ min: 1_001, max: 100_000_000 }), (sizes, at, tooMany) => {
        const scanner = createPacketScanner(limits)
        scanner.scan(packet(1, 20))
        scanner.accept()
        const header = packet(3, 0).subarray(0, 1)
        const length = packet(3, Math.min(tooMany, 200_000)).subarray(1, 5)
        const bytes = Buffer.concat([...sizes.map(size => packet(3, size)), header, length])
        expect(scanAll(scanner, bytes, at)).toBe('too-large')
      }),
    )
  })
})

describe('a stranger', () => {
  test.each([
    ['begins with CONNECT', packet(1, 20), 'ok'],
    ['begins with PUBLISH', packet(3, 20), 'malformed'],
    ['speaks another protocol', Buffer.from('GET /'), 'malformed'],
    ['sends just up to the limit', packet(1, 98), 'ok'],
    ['sends one byte more', packet(1, 99), 'too-large'],
    ['sends more in a second packet', Buffer.concat([packet(1, 20), packet(8, 90)]), 'too-large'],
    ['names a length of five bytes', Buffer.from([0x10, 0x80, 0x80, 0x80, 0x80, 0x01]), 'malformed'],
  ])('that %s: %s', (_what, bytes, expected) => {
    expect(createPacketScanner(limits).scan(bytes)).toBe(expected)
  })
})
