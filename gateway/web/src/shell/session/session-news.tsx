import { useSession } from '../../api/session.tsx'
import { say } from '../../i18n/message.ts'
import { P } from '../../i18n/text.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { loginPath } from '../login-path.ts'

/** What happened to the session, and the ways on. Nobody goes on in another's name without having read it. */
export function SessionNews() {
  const { session, entered } = useSession()
  if (session.status !== 'known') return <Ended />
  const { me } = session
  return (
    <Notice tone="warning" title={say('session.replaced-title', { name: me.name })} live>
      <P k="session.replaced-text" p={{ name: me.name }} />
      <div class="buttons">
        <Button
          kind="secondary"
          onClick={() => entered(me)}
          k="session.replaced-go-on"
          p={{ name: me.name }}
        />
        <ButtonLink href={loginPath()} kind="secondary" k="session.replaced-log-in" />
      </div>
    </Notice>
  )
}

function Ended() {
  return (
    <Notice tone="warning" title={say('session.ended-title')} live>
      <P k="session.ended-text" />
      <ButtonLink href={loginPath()} k="common.login" />
    </Notice>
  )
}
