import { createHmac, timingSafeEqual } from 'node:crypto'
import { CityId, PersonId, ReservationId } from '@asaichi/contract/ids.ts'
import { Instant } from '@asaichi/contract/time.ts'
import { z } from 'zod'

/** Whose reservation a link shows, and until when: ids only, since addresses are logged on their way. */
const Claim = z.object({
  reservationId: ReservationId,
  personId: PersonId,
  cityId: CityId,
  expiresAt: Instant,
})
export type Claim = z.infer<typeof Claim>

/** `<claim>.<signature>`, both base64url; HMAC-SHA256 under `key` (32 bytes in hex). */
export function signClaim(key: string, claim: Claim): string {
  const payload = Buffer.from(JSON.stringify(claim)).toString('base64url')
  return `${payload}.${signatureOf(key, payload).toString('base64url')}`
}

/** 32 bytes in hex that sign links which need no login, and those before them while links of theirs are about. */
export type LinkKeys = { readonly signs: string; readonly before?: string | undefined }

/** The claim of a link we signed ourselves, expired or not; undefined for any other text. */
export function readClaim({ signs, before }: LinkKeys, signed: string): Claim | undefined {
  const [payload = '', signature = '', ...rest] = signed.split('.')
  const keys = before === undefined ? [signs] : [signs, before]
  if (rest.length > 0 || !keys.some(key => isSignature(key, payload, signature))) return undefined
  return Claim.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()))
}

// As text, not as bytes: the last character of base64url has spare bits, and one link has one spelling.
function isSignature(key: string, payload: string, signature: string): boolean {
  const right = Buffer.from(signatureOf(key, payload).toString('base64url'))
  const given = Buffer.from(signature)
  return given.length === right.length && timingSafeEqual(given, right)
}

// The name keeps a signature made for another purpose under the same key from being taken for one of these.
function signatureOf(key: string, payload: string): Buffer {
  return createHmac('sha256', Buffer.from(key, 'hex')).update(`calendar-link.v1.${payload}`).digest()
}
