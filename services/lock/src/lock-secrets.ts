import { keyedHash, openCode, sealCode } from '@asaichi/lock-protocol/envelope.ts'
import { cloudPassword, lockKey, lockPassword, passwordHash } from '@asaichi/lock-protocol/lock-keys.ts'

/** Whose key: that of the device which hangs at the door. */
export type KeyOwner = { readonly lockId: string; readonly device: number }
export type LockCode = KeyOwner & { readonly epoch: number; readonly codeId: string }

/** What the master key gives: each lock's own key, used here and never handed out. */
export type LockSecrets = {
  readonly seal: (code: LockCode, digits: string) => string
  /** The digits of a code sealed here; a fault if they were sealed for another place. */
  readonly open: (code: LockCode, sealed: string) => string
  readonly hash: (owner: KeyOwner, digits: string) => string
  /** What a gateway keeps of a lock's password. */
  readonly credentialHash: (lockId: string, serial: number) => string
  /** The password of this service at its gateways. */
  readonly cloudPassword: () => string
}

export function lockSecrets(masterHex: string): LockSecrets {
  const master = Buffer.from(masterHex, 'hex')
  const keyOf = ({ lockId, device }: KeyOwner) => lockKey(master, lockId, device)
  return {
    seal: (code, digits) => sealCode(keyOf(code), code, digits),
    open(code, sealed) {
      const digits = openCode(keyOf(code), code, sealed)
      if (digits === undefined) throw new Error('a stored code does not open with the master key')
      return digits
    },
    hash: (owner, digits) => keyedHash(keyOf(owner), digits),
    credentialHash: (lockId, serial) => passwordHash(lockPassword(master, lockId, serial)),
    cloudPassword: () => cloudPassword(master),
  }
}
