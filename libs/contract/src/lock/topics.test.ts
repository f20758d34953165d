import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  DesiredCode,
  DOCUMENT_BYTES_MAX,
  everyLock,
  GATEWAY_LEAVES,
  gatewayTopic,
  LOCK_LEAVES,
  lockTopic,
  parseLockTopic,
  readDocument,
  Sync,
} from './topics.ts'

const slug = fc
  .stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/)
  .filter(id => id !== 'gw' && !id.startsWith('cloud'))

describe('topics', () => {
  test('property: a topic is read back as it was built, and has at most six levels', () => {
    fc.assert(
      fc.property(slug, slug, fc.constantFrom(...LOCK_LEAVES), (site, lock, leaf) => {
        const topic = lockTopic({ site, lock }, leaf)
        expect(parseLockTopic(topic)).toEqual({ of: 'lock', site, lock, leaf })
        expect(topic.split('/').length).toBeLessThanOrEqual(6)
      }),
    )
    for (const leaf of GATEWAY_LEAVES)
      expect(parseLockTopic(gatewayTopic('hall', leaf))).toEqual({ of: 'gateway', site: 'hall', leaf })
  })

  test('property: any other text is no topic', () => {
    fc.assert(
      fc.property(
        fc.string(),
        text =>
          parseLockTopic(`ekey/v1/hall/room/${text}`) === undefined ||
          LOCK_LEAVES.some(leaf => leaf === text),
      ),
    )
    for (const filter of [everyLock('event'), 'ekey/v1/hall/#', '#', 'ekey/v1/hall/gw/desired'])
      expect(parseLockTopic(filter)).toBeUndefined()
  })
})

describe('documents', () => {
  const bytes = (text: string) => new TextEncoder().encode(text)
  const sync = '{"haveRev":0,"haveEpoch":0,"haveDigest":null}'

  test('are read up to 64 KB, strictly', () => {
    expect(readDocument(Sync, bytes(sync))).toEqual({ haveRev: 0, haveEpoch: 0, haveDigest: null })
    expect(readDocument(Sync, bytes(sync.padEnd(DOCUMENT_BYTES_MAX)))).toBeDefined()
    expect(readDocument(Sync, bytes(sync.padEnd(DOCUMENT_BYTES_MAX + 1)))).toBeUndefined()
    expect(readDocument(Sync, bytes(sync.replace('}', ',"x":1}')))).toBeUndefined()
    expect(readDocument(Sync, bytes('['.repeat(60_000)))).toBeUndefined()
    expect(readDocument(Sync, new Uint8Array([0xff]))).toBeUndefined()
  })

  test.each([
    ['staff', true],
    ['emergency', true],
    ['guest', false],
    ['cleaning', false],
    ['backup', false],
    ['duress', false],
  ])('a %s code without windows is allowed: %s', (kind, allowed) => {
    const code = { id: 'c-1', kind, windows: [], len: 8, ct: 'A'.repeat(48) }
    expect(DesiredCode.safeParse(code).success).toBe(allowed)
  })

  test.each(['__proto__', '-a', '', 'a'.repeat(65), 'a|b', 'a/b'])('%j is no code id', id => {
    const window = { from: '2024-12-01T00:00:00.000Z', to: '2024-12-01T00:30:00.000Z' }
    const code = { id: 'c-1', kind: 'guest', windows: [window], len: 6, ct: 'A'.repeat(46) }
    expect(DesiredCode.safeParse(code).success).toBe(true)
    expect(DesiredCode.safeParse({ ...code, id }).success).toBe(false)
  })
})
