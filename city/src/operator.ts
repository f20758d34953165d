import type { Call } from '@asaichi/bus/call.ts'
import { inviteOperator } from '@asaichi/contract/identity/team.ts'
import { MailAddress } from '@asaichi/contract/text.ts'
import { z } from 'zod'
import { Missing } from './init/missing.ts'

const PageUrl = z.url({ protocol: /^https?$/ })

/** Where somebody becomes an operator: a link that lives 72 hours and works once. Asked again, the link before is dead. */
export async function operatorLink(
  call: Call,
  asked: { readonly mail: string; readonly url: string },
): Promise<readonly string[]> {
  const mail = MailAddress.safeParse(asked.mail)
  if (!mail.success) throw new Missing(`${asked.mail} is no mail address.`)
  const url = PageUrl.safeParse(asked.url)
  if (!url.success)
    throw new Missing(
      `--url is the address of the pages, such as https://yoyaku.example.jp, not ${asked.url}.`,
    )
  const invited = await call(inviteOperator, { mail: mail.data })
  if (!invited.ok) throw new Missing(`${mail.data} is an operator already.`)
  const { token, expiresAt } = invited.value
  return [
    `Open this once, before ${expiresAt}; whoever has it becomes an operator:`,
    `${new URL('/invitation', url.data).href}#token=${encodeURIComponent(token)}`,
  ]
}
