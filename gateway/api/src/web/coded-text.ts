import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Coding } from '../http/content-coding.ts'
import type { Form } from './web-files.ts'

export type Forms = ReadonlyMap<Coding, Form>

// Months are compressed at seven with everybody waiting; five takes a millisecond.
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }

/** An answer's text compressed, best first. */
export async function codedText(text: string, etag: string): Promise<Forms> {
  const [br, gz] = await Promise.all([promisify(brotliCompress)(text, BROTLI), promisify(gzip)(text)])
  return new Map([
    ['br', { bytes: new Uint8Array(br), etag: tagged(etag, 'br') }],
    ['gzip', { bytes: new Uint8Array(gz), etag: tagged(etag, 'gzip') }],
  ])
}

/** RFC 9110 8.8.3.3: forms of different codings differ in their strong tags. */
function tagged(etag: string, coding: Coding): string {
  return `${etag.slice(0, -1)}-${coding}"`
}
