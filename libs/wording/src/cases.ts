import type { RefusalOf } from '@asaichi/contract/define.ts'
import type { register } from '@asaichi/contract/identity/account.ts'

type WeakPassword = Extract<RefusalOf<typeof register.refusals>, { readonly code: 'weak-password' }>['detail']
/** Cases of a refusal that have a sentence of their own, each beside that of the refusal. */
export type Case =
  | `weak-password-${WeakPassword['reason']}`
  | 'wrong-listing-paid-event'
  | 'outside-hours-null'
  | 'not-approved-suspended'
