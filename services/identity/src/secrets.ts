import { createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

/** What is known only here. Tokens and codes are derived from ids, so a mail can be written again and a stolen backup opens nothing. */
export type Secrets = {
  /** M5 */
  readonly confirmToken: (registrationId: string) => string
  /** The registration a confirm token was made for, where it is a true one. */
  readonly registrationOf: (token: string) => string | undefined
  /** Of the link in an invitation. */
  readonly invitationToken: (invitationId: string) => string
  readonly invitationOf: (token: string) => string | undefined
  /** V3: the mark of a device; it says nothing of anybody. */
  readonly deviceMark: (deviceId: string) => string
  readonly deviceOf: (mark: string) => string | undefined
  /** M9: six digits. */
  readonly loginCode: (challengeId: string) => string
  /** M9: six digits, for a new mail address. */
  readonly mailCode: (changeId: string) => string
  /** S9, D25: 16 of 31 characters that look like no others, some 79 bits. */
  readonly temporaryPassword: (helpId: string) => string
  /** M9: all that is kept of a recovery code, as it is typed without its hyphens. */
  readonly recoveryHash: (personId: string, code: string) => string
  /** A name for a budget that keeps neither the network nor the login name it counts. */
  readonly bucket: (kind: string, ...parts: readonly string[]) => string
}

/** `secretKey` is 32 bytes in hex. */
export function createSecrets(secretKey: string): Secrets {
  const key = Buffer.from(hkdfSync('sha256', Buffer.from(secretKey, 'hex'), '', 'asaichi identity v1', 32))
  const mac = (...parts: readonly string[]) =>
    createHmac('sha256', key).update(JSON.stringify(parts)).digest()
  const tokenFor = (kind: string) => (id: string) => `${id}.${mac(kind, id).toString('base64url')}`
  const idIn = (kind: string) => (token: string) => {
    const id = z.uuid().safeParse(token.split('.')[0]).data
    return id !== undefined && sameSecret(token, tokenFor(kind)(id)) ? id : undefined
  }
  return {
    confirmToken: tokenFor('confirm'),
    registrationOf: idIn('confirm'),
    invitationToken: tokenFor('invitation'),
    invitationOf: idIn('invitation'),
    deviceMark: tokenFor('device'),
    deviceOf: idIn('device'),
    loginCode: challengeId => sixDigits(mac('login-code', challengeId)),
    mailCode: changeId => sixDigits(mac('mail-code', changeId)),
    temporaryPassword: helpId => readable(mac('temporary-password', helpId)),
    recoveryHash: (personId, code) => mac('recovery-code', personId, code).toString('base64url'),
    bucket: (kind, ...parts) => `${kind}:${mac('bucket', kind, ...parts).toString('base64url')}`,
  }
}

// 2^64 modulo a million favours no code by more than one part in 10^13.
function sixDigits(bytes: Buffer): string {
  return (bytes.readBigUInt64BE() % 1_000_000n).toString().padStart(6, '0')
}

// Neither 0 and o nor 1, i and l, for it is typed from a screen, a phone's or a printed page.
const READABLE = 'abcdefghjkmnpqrstuvwxyz23456789'

function readable(bytes: Buffer): string {
  const letters = BigInt(READABLE.length)
  let rest = BigInt(`0x${bytes.toString('hex')}`)
  return Array.from({ length: 16 }, () => {
    const letter = READABLE.charAt(Number(rest % letters))
    rest /= letters
    return letter
  }).join('')
}

/** RFC 4226, 4: as many bits as the hash has. */
export function newAppSecret(): Buffer {
  return randomBytes(20)
}

/** M9: some 79 bits, in groups of four for reading and typing. */
export function newRecoveryCode(): string {
  return readable(randomBytes(32)).replaceAll(/(.{4})(?=.)/g, '$1-')
}

/** Takes as long for a near miss as for a far one, whatever the lengths. */
export function sameSecret(one: string, other: string): boolean {
  return timingSafeEqual(sha256(one), sha256(other))
}

/** 256 random bits for a session cookie. */
export function newSessionToken(): string {
  return randomBytes(32).toString('base64url')
}

/** All that is kept of a session token; it has too many bits to need salt or cost. */
export function sessionTokenHash(token: string): Buffer {
  return sha256(token)
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
