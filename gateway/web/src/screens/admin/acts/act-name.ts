import type { ActName } from '@asaichi/contract/identity/acts.ts'
import type { Key } from '../../../i18n/catalogue.ts'
import { ACT_NAMES } from '../../shared/act-names.ts'

/** What an act is called; of an invitation, which is about nobody yet, the team's own word. */
export function nameOfAct(act: ActName): Key {
  return NAMES[act]
}

const NAMES: Readonly<Record<ActName, Key>> = {
  ...ACT_NAMES,
  'invite-member': 'admin.act-invite-member',
  'withdraw-invitation': 'admin.act-withdraw-invitation',
}

/** Every act there is, in the order of the contract: an account's own first, then what staff do. */
export const ACTS = Object.keys(NAMES).filter((name): name is ActName => name in NAMES)
