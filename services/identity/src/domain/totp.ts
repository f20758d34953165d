import { Secret, TOTP } from 'otpauth'

const STEP_SECONDS = 30
/** A phone's clock may be a step off either way. The present step comes first. */
const SKEWS = [0, -1, 1] as const

export type Shown = { readonly secret: string; readonly uri: string }

/** M9: what the app is told: who it is for, and the secret in base32. */
export function shownSecret(secret: Buffer, of: { readonly issuer: string; readonly label: string }): Shown {
  const totp = new TOTP({ ...of, secret: secretOf(secret), period: STEP_SECONDS })
  return { secret: totp.secret.base32, uri: totp.toString() }
}

/**
 * M9, RFC 6238: the step whose six digits these are, one step off either way at most; undefined for any other digits, and for a step
 * that is not after `lastStep`. Times are milliseconds since 1970.
 */
export function stepOf(
  code: string,
  { secret, nowMs, lastStep }: { readonly secret: Buffer; readonly nowMs: number; readonly lastStep: number },
): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined
  const totp = new TOTP({ secret: secretOf(secret), period: STEP_SECONDS })
  const now = Math.floor(nowMs / 1000 / STEP_SECONDS)
  return SKEWS.map(skew => now + skew)
    .filter(step => step > lastStep)
    .find(step => totp.validate({ token: code, timestamp: step * STEP_SECONDS * 1000, window: 0 }) === 0)
}

function secretOf(secret: Buffer): Secret {
  return new Secret({ buffer: new Uint8Array(secret).buffer })
}
