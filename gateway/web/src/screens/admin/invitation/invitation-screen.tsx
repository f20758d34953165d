import { useState } from 'preact/hooks'
import { api } from '../../../api/client.ts'
import type { RouteAt, ValueOf } from '../../../api/routes.ts'
import { useApi } from '../../../api/use-api.ts'
import { say } from '../../../i18n/message.ts'
import { OwnText } from '../../../i18n/own-text.tsx'
import { P, T } from '../../../i18n/text.tsx'
import { useCity, usePageCity } from '../../../shell/city.tsx'
import { FormProblems } from '../../../shell/form-problems.tsx'
import { Page } from '../../../shell/page.tsx'
import { Shown } from '../../../shell/shown.tsx'
import { ButtonLink, SubmitButton } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { InvitationFields } from './invitation-fields.tsx'
import { useInvitationForm } from './use-invitation-form.ts'

type Invited = ValueOf<RouteAt<'post', '/api/invitations/look'>>

/** R21: behind the link of an invitation. Opening it uses nothing up; the button does. */
export function InvitationScreen() {
  // Behind the #, so that no server and no log on the way ever sees it.
  const [token] = useState(() => new URLSearchParams(location.hash.slice(1)).get('token') ?? '')
  const [accepted, setAccepted] = useState<Invited>()
  const look = useApi(signal => api.post('/api/invitations/look', { body: { token }, signal }), [token])
  if (accepted) return <Accepted invited={accepted} />
  const isOver = look.problem?.code === 'token-not-valid'
  return (
    <Page key="ask" title={say('invitation.title')} screen="R21" crumbs={[]}>
      {token === '' || isOver ? (
        <NoInvitation isOver={isOver && token !== ''} />
      ) : (
        <Shown of={look}>
          {invited => <Invitation invited={invited} token={token} onAccepted={() => setAccepted(invited)} />}
        </Shown>
      )}
    </Page>
  )
}

type Props = { readonly invited: Invited; readonly token: string; readonly onAccepted: () => void }

function Invitation({ invited, token, onAccepted }: Props) {
  const { cityId, role, mail, hasAccount } = invited
  usePageCity(cityId)
  const { city } = useCity()
  const form = useInvitationForm({ token, hasAccount, onAccepted })
  const roleName = <T k={`states.role-${role}`} />
  return (
    <form onSubmit={form.onSubmit} noValidate>
      {role === 'operator' || city?.cityId !== cityId ? (
        <P k="invitation.lead-installation" p={{ role: roleName }} class="lead" />
      ) : (
        <P
          k="invitation.lead"
          p={{ city: <OwnText of={city} field="name" />, role: roleName }}
          class="lead"
        />
      )}
      <P
        k={hasAccount ? 'invitation.known' : 'invitation.account-lead'}
        p={{ mail: <strong>{mail}</strong>, role: roleName }}
      />
      <FormProblems form={form} />
      {!hasAccount && <InvitationFields form={form} />}
      <SubmitButton busy={form.busy} k="invitation.accept" />
    </form>
  )
}

function NoInvitation({ isOver }: { readonly isOver: boolean }) {
  return (
    <Notice tone="warning" title={say('invitation.none-title')} live={isOver}>
      <P k={isOver ? 'invitation.over' : 'invitation.none'} />
      {isOver && <ButtonLink href="/login" k="common.login" />}
    </Notice>
  )
}

function Accepted({ invited: { role, cityId } }: { readonly invited: Invited }) {
  return (
    <Page key="done" title={say('invitation.done-title')} screen="R21" crumbs={[]}>
      <Notice tone="success" title={say('invitation.done-title')} live>
        <P k="invitation.done" p={{ role: <T k={`states.role-${role}`} /> }} />
        <ButtonLink href={`/login?city=${cityId}`} k="common.login" />
      </Notice>
    </Page>
  )
}
