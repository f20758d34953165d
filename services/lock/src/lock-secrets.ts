import { keyedHash, openCode, sealCode } from '@asaichi/lock-protocol/envelope.ts'
import { cloudPassword, lockKey, lockPassword, passwordHash } from '@asaichi/lock-protocol/lock-keys.ts'

export type LockCode = { readonly lockId: string; readonly epoch: number; readonly codeId: string }

/** What the master key gives: each lock's own key, used here and never handed out. */
export type LockSecrets = {
  readonly seal: (code: LockCode, digits: string) => string
  /** The digits of a code sealed here; a fault if they were sealed for another place. */
  readonly open: (code: LockCode, sealed: string) => string
  readonly hash: (lockId: string, digits: string) => string
  /** What a gateway keeps of a lock's password. */
  readonly credentialHash: (lockId: string) => string
  /** The password of this service at its gateways. */
  readonly cloudPassword: () => string
}

export function lockSecrets(masterHex: string): LockSecrets {
  const master = Buffer.from(masterHex, 'hex')
  return {
    seal: (code, digits) => sealCode(lockKey(master, code.lockId), code, digits),
    open(code, sealed) {
      const digits = openCode(lockKey(master, code.lockId), code, sealed)
      if (digits === undefined) throw new Error('a stored code does not open with the master key')
      return digits
    },
    hash: (lockId, digits) => keyedHash(lockKey(master, lockId), digits),
    credentialHash: lockId => passwordHash(lockPassword(master, lockId)),
    cloudPassword: () => cloudPassword(master),
  }
}
