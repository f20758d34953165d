import type { Transaction } from '@asaichi/store/database.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import type { Context } from '../context.ts'
import { typedFromMail } from '../domain/password-help.ts'
import { stepOf } from '../domain/totp.ts'
import { sameSecret } from '../secrets.ts'
import type { Tables } from '../store/schema.ts'
import { type App, lockApp, takeStep, useRecoveryCode } from '../store/second-factors.ts'

export type Accepted = 'right' | 'recovery-code' | 'wrong'

/**
 * M9: whether this is the second factor: the mailed digits, or, once an app is set up, the app's or a recovery code, each once. The
 * challenge's row is held.
 */
export async function acceptFactor(
  { secrets, factors }: Pick<Context, 'secrets' | 'factors'>,
  tx: Transaction<Tables>,
  given: { readonly challengeId: string; readonly personId: string; readonly code: string },
): Promise<Accepted> {
  const { personId, code } = given
  const app = await lockApp(tx, personId)
  if (!app) return sameSecret(code, secrets.loginCode(given.challengeId)) ? 'right' : 'wrong'
  const step = await stepTyped({ factors }, tx, { ...app, personId, code })
  if (step !== undefined) {
    await takeStep(tx, personId, step)
    return 'right'
  }
  const codeHash = secrets.recoveryHash(personId, typedFromMail(code))
  return (await useRecoveryCode(tx, { personId, codeHash })) ? 'recovery-code' : 'wrong'
}

async function stepTyped(
  { factors }: Pick<Context, 'factors'>,
  tx: Transaction<Tables>,
  { sealed, lastStep, personId, code }: App & { readonly personId: string; readonly code: string },
): Promise<number | undefined> {
  const nowMs = Date.parse(await townNow(tx))
  return stepOf(code, { secret: factors.open(sealed, personId), nowMs, lastStep })
}
