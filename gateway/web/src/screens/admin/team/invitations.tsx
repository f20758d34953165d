import type { TeamRole } from '@asaichi/contract/identity/team.ts'
import { api } from '../../../api/client.ts'
import type { RouteAt, ValueOf } from '../../../api/routes.ts'
import { Moment } from '../../../i18n/format.tsx'
import { type Message, say } from '../../../i18n/message.ts'
import { H2, P, Span, T } from '../../../i18n/text.tsx'
import { FormProblems } from '../../../shell/form-problems.tsx'
import { Button } from '../../../ui/button.tsx'
import { useAct } from '../../staff/shared/use-act.ts'

type Invitation = ValueOf<RouteAt<'get', '/api/cities/{cityId}/team'>>['invitations'][number]
type Props = {
  readonly cityId: string
  readonly invitations: readonly Invitation[]
  readonly roles: readonly TeamRole[]
  readonly onDone: (message: Message) => void
}

export function Invitations({ invitations, ...rest }: Props) {
  return (
    <section aria-labelledby="waiting">
      <H2 k="admin.waiting-title" id="waiting" />
      {invitations.length === 0 && <P k="admin.waiting-none" />}
      <ul class="team">
        {invitations.map(invitation => (
          <InvitationRow key={invitation.invitationId} invitation={invitation} {...rest} />
        ))}
      </ul>
    </section>
  )
}

type RowProps = Omit<Props, 'invitations'> & { readonly invitation: Invitation }

function InvitationRow({ cityId, invitation, roles, onDone }: RowProps) {
  const { invitationId, mail, role, expiresAt, isOver } = invitation
  const withdraw = useAct(async () => {
    const params = { cityId, invitationId }
    const answer = await api.delete('/api/cities/{cityId}/team/invitations/{invitationId}', { params })
    if (answer.status === 'ok') onDone(say('admin.withdrawn', { mail }))
    return answer
  })
  const again = useAct(async () => {
    const body = { mail, role }
    const answer = await api.post('/api/cities/{cityId}/team/invitations', { params: { cityId }, body })
    if (answer.status === 'ok') onDone(say('admin.invited', { mail }))
    return answer
  })
  const whose = <span class="visually-hidden">{mail}</span>
  return (
    <li>
      <div class="team__who">
        <p>
          <strong>{mail}</strong> <Span k={`states.role-${role}`} class="tag" />
        </p>
        <p class="soft">
          {isOver ? <T k="admin.is-over" /> : <T k="admin.until" p={{ moment: <Moment at={expiresAt} /> }} />}
        </p>
        <FormProblems form={again.form} />
        <FormProblems form={withdraw.form} />
      </div>
      {roles.includes(role) && (
        <div class="buttons">
          <Button kind="secondary" size="small" busy={again.busy} onClick={() => void again.run({})}>
            <T k="admin.again" /> {whose}
          </Button>
          <Button kind="secondary" size="small" busy={withdraw.busy} onClick={() => void withdraw.run({})}>
            <T k="admin.withdraw" /> {whose}
          </Button>
        </div>
      )}
    </li>
  )
}
