import { useState } from 'preact/hooks'
import { api } from '../../api/client.ts'
import { useSession } from '../../api/session.tsx'
import { say } from '../../i18n/message.ts'
import { H2, Li, P } from '../../i18n/text.tsx'
import { NeedsLogin } from '../../shell/needs-login.tsx'
import { Page } from '../../shell/page.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PasswordStep } from './password-step.tsx'

/** R11, V11: 退会, with what is kept and why said before. */
export function LeaveScreen() {
  const [left, setLeft] = useState(false)
  const { logout } = useSession()
  const leave = async (password: string) => {
    const answer = await api.post('/api/me/withdrawal', { body: { password } })
    if (answer.status === 'ok') {
      setLeft(true)
      // The session is over; the page and other tabs hear of it as of a logout.
      await logout()
    }
    return answer
  }
  return (
    <Page title={say('own-data.leave-title')} screen="R11" crumbs={left ? [] : [DATA]}>
      {left ? <Left /> : <NeedsLogin>{() => <Before leave={leave} />}</NeedsLogin>}
    </Page>
  )
}

const DATA = { href: '/account/data', label: say('own-data.data-title') } as const
type Leave = Parameters<typeof PasswordStep>[0]['ask']

function Before({ leave }: { readonly leave: Leave }) {
  return (
    <>
      <P class="lead" k="own-data.leave-lead" />
      <H2 k="own-data.leave-when" />
      <P k="own-data.leave-when-text" />
      <H2 k="own-data.leave-kept" />
      <ul>
        <Li k="own-data.leave-kept-use" />
        <Li k="own-data.leave-kept-money" />
        <Li k="own-data.leave-kept-draws" />
        <Li k="own-data.leave-kept-acts" />
        <Li k="own-data.leave-kept-mail" />
      </ul>
      <P k="own-data.leave-data-first" />
      <PasswordStep send="own-data.leave-send" ask={leave} />
    </>
  )
}

function Left() {
  return (
    <Notice tone="success" title={say('own-data.left')} live>
      <P k="own-data.left-text" />
      <ButtonLink href="/" kind="secondary" k="own-data.left-home" />
    </Notice>
  )
}
