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
/** A role, off the team, or without the app (M9). */
type Change = TeamRole | 'off' | 'no-app'
type Wanted = { readonly member: Member; readonly change: Change }

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
            onWant={change => setWanted({ member, change })}
          />
        ))}
      </ul>
      {wanted && (
        <ChangeDialog
          {...rest}
          key={`${wanted.member.personId} ${wanted.change}`}
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
  readonly onWant: (change: Change) => void
}

function MemberRow({ member: { name, mail, role, hasApp }, isSelf, roles, onWant }: RowProps) {
  const other = role === 'staff' ? ('admin' as const) : ('staff' as const)
  const whose = <span class="visually-hidden">{name}</span>
  return (
    <li>
      <div class="team__who">
        <p>
          <strong lang="ja">{name}</strong> <Span k={`states.role-${role}`} class="tag" />{' '}
          {hasApp && <Span k="admin.has-app" class="tag" />} {isSelf && <Span k="admin.you" class="soft" />}
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
          <Button kind="secondary" size="small" onClick={() => onWant('off')}>
            <T k="admin.remove" /> {whose}
          </Button>
          {hasApp && !isSelf && (
            <Button kind="secondary" size="small" onClick={() => onWant('no-app')}>
              <T k="admin.remove-app" /> {whose}
            </Button>
          )}
        </div>
      )}
    </li>
  )
}

type DialogProps = Pick<Props, 'cityId' | 'onDone'> & {
  readonly wanted: Wanted
  readonly onClose: () => void
}

const ASKED = {
  off: { title: 'admin.remove-title', text: 'admin.remove-text', action: 'admin.remove', kind: 'danger' },
  'no-app': {
    title: 'admin.remove-app-title',
    text: 'admin.remove-app-text',
    action: 'admin.remove-app',
    kind: 'danger',
  },
  staff: {
    title: 'admin.change-title',
    text: 'admin.change-text',
    action: 'admin.to-staff',
    kind: 'primary',
  },
  admin: {
    title: 'admin.change-title',
    text: 'admin.change-text',
    action: 'admin.to-admin',
    kind: 'primary',
  },
  operator: {
    title: 'admin.change-title',
    text: 'admin.change-text',
    action: 'admin.to-admin',
    kind: 'primary',
  },
} as const

function ChangeDialog({ cityId, wanted: { member, change }, onClose, onDone }: DialogProps) {
  const { name, personId } = member
  const { title, text, action, kind } = ASKED[change]
  const role = change === 'off' || change === 'no-app' ? '' : sayPlain(say(`states.role-${change}`))
  const act = useAct<object, unknown, Refusal>(async () => {
    const answer = await send(change, { cityId, personId })
    if (answer.status === 'ok') {
      onClose()
      onDone(doneMessage(change, { name, role }))
    }
    return answer
  })
  return (
    <Dialog title={say(title)} isOpen onClose={onClose}>
      <Sure action={{ k: action }} kind={kind} act={act} onDo={() => void act.run({})} onClose={onClose}>
        <P k={text} p={{ name, role }} />
      </Sure>
    </Dialog>
  )
}

function send(change: Change, params: { readonly cityId: string; readonly personId: string }) {
  if (change === 'off') return api.delete('/api/cities/{cityId}/team/{personId}', { params })
  if (change === 'no-app') return api.delete('/api/cities/{cityId}/team/{personId}/second-factor', { params })
  return api.post('/api/cities/{cityId}/team/{personId}/role', { params, body: { role: change } })
}

function doneMessage(change: Change, of: { readonly name: string; readonly role: string }): Message {
  if (change === 'off') return say('admin.removed', of)
  return change === 'no-app' ? say('admin.app-removed', of) : say('admin.changed', of)
}
