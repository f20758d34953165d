import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { getWithdrawalMail as request } from '@asaichi/contract/identity/own-data.ts'
import type { Context } from '../context.ts'
import { findWithdrawal } from '../store/withdrawals.ts'

/** V11: to whom the last mail goes. */
export async function getWithdrawalMail(
  { db }: Context,
  { withdrawalId }: { readonly withdrawalId: string },
): Promise<OutcomeOf<typeof request>> {
  const withdrawal = await findWithdrawal(db, withdrawalId)
  return withdrawal ? done(withdrawal) : refuse('not-found')
}
