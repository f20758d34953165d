import { done, refuse } from '@asaichi/contract/define.ts'
import type { Session } from '@asaichi/contract/identity.ts'
import { changePassword, requestPasswordHelp } from '@asaichi/contract/password.ts'
import type { Bed } from '@asaichi/testkit/bed.ts'

/** Identity's answers about accounts, for one resident of Mitaka. */
export function servePeople(serve: Bed['serve'], resident: Session): void {
  serve(requestPasswordHelp, ({ cityId }) => (cityId === 'mitaka' ? done({}) : refuse('unknown-city')))
  serve(changePassword, ({ token, currentPassword }) =>
    currentPassword === 'wrong'
      ? refuse('current-password-wrong')
      : done({ token: `${token}2`, session: resident }),
  )
}
