import type { TeamRole } from '@asaichi/contract/identity/team.ts'
import { useState } from 'preact/hooks'
import { api } from '../../../api/client.ts'
import type { ProblemCode, RouteAt, ValueOf } from '../../../api/routes.ts'
import { type Message, say } from '../../../i18n/message.ts'
import { P, Span, sayPlain, T } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Sure } from '../../staff/shared/sure.tsx'
import { useAct } from '../../staff/shared/use-act.ts'

type Member = ValueOf<RouteAt<'get', '/api/cities/{cityId}/team'>>['members'][number]
type Props = {
  readonly cityId: string
  readonly ownId: string
  readonly roles: readonly TeamRole[]
  readonly members: readonly Member[]
  readonly onDone: (message: Message) => void
}
type Refusal = { readonly code: ProblemCode; readonly detail: string }
type Wanted = { readonly member: Member; readonly role: TeamRole | undefined }

export function Members({ members, ownId, roles, ...rest }: Props) {
  const [wanted, setWanted] = useState<Wanted>()
  return (
    <>
      <ul class="team">
        {members.map(member => (
          <MemberRow
            key={member.personId}
            member={member}
            isSelf={member.personId === ownId}
            roles={roles}
            onWant={role => setWanted({ member, role })}
          />
        ))}
      </ul>
      {wanted && (
        <ChangeDialog
          {...rest}
          key={`${wanted.member.personId} ${wanted.role ?? ''}`}
          wanted={wanted}
          onClose={() => setWanted(undefined)}
        />
      )}
    </>
  )
}

type RowProps = Pick<Props, 'roles'> & {
  readonly member: Member
  readonly isSelf: boolean
  /** Undefined takes the person off the team. */
  readonly onWant: (role: TeamRole | undefined) => void
}

function MemberRow({ member: { name, mail, role }, isSelf, roles, onWant }: RowProps) {
  const other = role === 'staff' ? ('admin' as const) : ('staff' as const)
  const whose = <span class="visually-hidden">{name}</span>
  return (
    <li>
      <div class="team__who">
        <p>
          <strong lang="ja">{name}</strong> <Span k={`states.role-${role}`} class="tag" />{' '}
          {isSelf && <Span k="admin.you" class="soft" />}
        </p>
        <p class="soft">{mail}</p>
      </div>
      {roles.includes(role) && (
        <div class="buttons">
          {roles.includes(other) && (
            <Button kind="secondary" size="small" onClick={() => onWant(other)}>
              <T k={`admin.to-${other}`} /> {whose}
            </Button>
          )}
          <Button kind="secondary" size="small" onClick={() => onWant(undefined)}>
            <T k="admin.remove" /> {whose}
          </Button>
        </div>
      )}
    </li>
  )
}

type DialogProps = Pick<Props, 'cityId' | 'onDone'> & {
  readonly wanted: Wanted
  readonly onClose: () => void
}

function ChangeDialog({ cityId, wanted: { member, role }, onClose, onDone }: DialogProps) {
  const { name, personId } = member
  const params = { cityId, personId }
  const roleName = role === undefined ? '' : sayPlain(say(`states.role-${role}`))
  const change = useAct<object, unknown, Refusal>(async () => {
    const answer =
      role === undefined
        ? await api.delete('/api/cities/{cityId}/team/{personId}', { params })
        : await api.post('/api/cities/{cityId}/team/{personId}/role', { params, body: { role } })
    if (answer.status === 'ok') {
      onClose()
      onDone(
        role === undefined ? say('admin.removed', { name }) : say('admin.changed', { name, role: roleName }),
      )
    }
    return answer
  })
  return (
    <Dialog
      title={say(role === undefined ? 'admin.remove-title' : 'admin.change-title')}
      isOpen
      onClose={onClose}
    >
      <Sure
        action={{
          k: role === undefined ? 'admin.remove' : `admin.to-${role === 'admin' ? 'admin' : 'staff'}`,
        }}
        kind={role === undefined ? 'danger' : 'primary'}
        act={change}
        onDo={() => void change.run({})}
        onClose={onClose}
      >
        {role === undefined ? (
          <P k="admin.remove-text" p={{ name }} />
        ) : (
          <P k="admin.change-text" p={{ name, role: roleName }} />
        )}
      </Sure>
    </Dialog>
  )
}
