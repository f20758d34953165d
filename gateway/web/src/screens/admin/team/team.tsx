import type { TeamRole } from '@asaichi/contract/identity/team.ts'
import { useState } from 'preact/hooks'
import { api } from '../../../api/client.ts'
import { useApi } from '../../../api/use-api.ts'
import type { Message } from '../../../i18n/message.ts'
import { Say } from '../../../i18n/text.tsx'
import { Shown } from '../../../shell/shown.tsx'
import { Told } from '../../staff/shared/told.tsx'
import { Invitations } from './invitations.tsx'
import { InviteForm } from './invite-form.tsx'
import { Members } from './members.tsx'
import { TeamLog } from './team-log.tsx'
import './team.css'

type Props = {
  readonly cityId: string
  readonly ownId: string
  /** What the reader may give here. */
  readonly roles: readonly TeamRole[]
}

/** A city's team: its members, the invitations that wait, a new one, and what was done. */
export function Team({ cityId, ownId, roles }: Props) {
  const [told, setTold] = useState<Message>()
  const team = useApi(
    signal => api.get('/api/cities/{cityId}/team', { params: { cityId }, signal }),
    [cityId],
  )
  const onDone = (message: Message) => {
    setTold(message)
    team.reload()
  }
  return (
    <>
      <Told>{told !== undefined && <Say message={told} />}</Told>
      <Shown of={team}>
        {({ members, invitations }) => (
          <>
            <Members {...{ cityId, ownId, roles, members, onDone }} />
            <Invitations {...{ cityId, invitations, roles, onDone }} />
            <InviteForm {...{ cityId, roles, onDone }} />
            <TeamLog cityId={cityId} since={told} />
          </>
        )}
      </Shown>
    </>
  )
}
