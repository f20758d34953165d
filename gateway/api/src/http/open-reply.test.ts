import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { openReply } from './open-reply.ts'

const CITIES = {
  items: Array.from({ length: 40 }, (_, index) => ({ name: `見本市${index}`, phone: '0422-00-0000' })),
}

test('a long answer is compressed for whoever asks after the first, and each form has a tag of its own', async () => {
  const plain = openReply(CITIES)
  expect(plain.coded?.size).toBe(0)
  await expect.poll(() => openReply(CITIES).coded?.size).toBe(2)
  const { coded, text, etag } = openReply(CITIES)
  const [br, gzip] = [coded?.get('br'), coded?.get('gzip')]
  expect(brotliDecompressSync(br?.bytes ?? new Uint8Array()).toString()).toBe(text)
  expect(gunzipSync(gzip?.bytes ?? new Uint8Array()).toString()).toBe(text)
  expect(new Set([etag, br?.etag, gzip?.etag]).size).toBe(3)
  expect(etag).toBe(plain.etag)
})

test('a short answer is sent as it is', () => expect(openReply({ items: [] }).coded).toBeUndefined())
