import { done, type Outcome, refuse } from '@asaichi/contract/define.ts'
import type { startLogin } from '@asaichi/contract/identity/login.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { mailbox } from '../domain/compared-text.ts'
import {
  WRONG_IN_TOWN,
  WRONG_PER_ACCOUNT_AND_SOURCE,
  WRONG_PER_SOURCE,
  WRONG_PER_SOURCE_WHEN_HOT,
} from '../domain/limits.ts'
import { chargeAttempt, isBudgetSpent, refundAttempts } from '../store/attempts.ts'

type Input = z.output<(typeof startLogin)['input']>
type TooMany = {
  readonly code: 'too-many-attempts'
  readonly detail: { readonly retryAfterSeconds: number }
}
export type LoginCharge = {
  /** The attempt was right, or was never made. */
  readonly refund: () => Promise<void>
  readonly countWrong: () => Promise<void>
}

/** V3, D24: an attempt is charged before its password is looked at, so that a thousand at once are a thousand; a right one is given back. */
export async function chargeLogin(
  { db, secrets }: Context,
  { login, source }: Input,
): Promise<Outcome<LoginCharge, TooMany>> {
  const name = login.kind === 'mail' ? mailbox(login.mail) : login.memberNumber
  const account = secrets.bucket('wrong-account', source, login.kind, name)
  const network = secrets.bucket('wrong-source', source)
  const town = { bucket: secrets.bucket('wrong-town'), budget: WRONG_IN_TOWN }

  const ofAccount = await chargeAttempt(db, { bucket: account, budget: WRONG_PER_ACCOUNT_AND_SOURCE })
  if (ofAccount.count > WRONG_PER_ACCOUNT_AND_SOURCE.most) return tooMany(ofAccount)

  const budget = (await isBudgetSpent(db, town)) ? WRONG_PER_SOURCE_WHEN_HOT : WRONG_PER_SOURCE
  const ofNetwork = await chargeAttempt(db, { bucket: network, budget })
  if (ofNetwork.count > budget.most) return tooMany(ofNetwork)

  return done({
    refund: () => refundAttempts(db, [account, network]),
    countWrong: async () => void (await chargeAttempt(db, town)),
  })
}

function tooMany({ retryAfterSeconds }: { readonly retryAfterSeconds: number }) {
  return refuse('too-many-attempts', { retryAfterSeconds })
}
