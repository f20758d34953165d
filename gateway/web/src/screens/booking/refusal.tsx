import type { PermissionStatus } from '@asaichi/contract/actor.ts'
import { Link } from 'wouter-preact'
import { say } from '../../i18n/message.ts'
import { problemMessage } from '../../i18n/problem-message.ts'
import { Say, T } from '../../i18n/text.tsx'
import { Notice } from '../../ui/notice.tsx'
import { NearestTimes } from './nearest-times.tsx'
import { Obstacle } from './obstacle.tsx'
import type { Wanted } from './paths.ts'
import type { Room } from './room.tsx'
import type { ApplyProblem } from './use-application.ts'

type Props = { readonly problem: ApplyProblem; readonly room: Room; readonly wanted: Wanted }

/** M31, V2: why it was not taken, what to do now, and the receipt of the attempt. */
export function Refusal(props: Props) {
  const { problem } = props
  const receiptId = 'receiptId' in problem ? problem.receiptId : undefined
  return (
    <div class="refusal">
      <Reason {...props} />
      {receiptId !== undefined && (
        <p>
          <Link href={`/receipts/${receiptId}`}>
            <T k="booking.see-receipt" />
          </Link>
        </p>
      )}
    </div>
  )
}

function Reason({ problem, room, wanted }: Props) {
  switch (problem.code) {
    case 'taken':
      return (
        <>
          <Notice tone="error" title={say('booking.taken-title')} live>
            <p>
              <T k="booking.taken-text" p={{ place: problem.place }} />
            </p>
          </Notice>
          <NearestTimes room={room} wanted={wanted} />
        </>
      )
    case 'quota-reached':
      return (
        <Obstacle wanted={wanted} obstacle={{ kind: 'quota', limit: problem.limit, of: 'reservations' }} />
      )
    case 'entry-quota-reached':
      return <Obstacle wanted={wanted} obstacle={{ kind: 'quota', limit: problem.limit, of: 'entries' }} />
    case 'closed':
      return <Obstacle wanted={wanted} obstacle={{ kind: 'over', closedAt: problem.closedAt }} />
    case 'not-approved':
      return (
        <Obstacle
          wanted={wanted}
          obstacle={{ kind: 'not-approved', permission: permissionOf(problem.permission) }}
        />
      )
    case 'not-open-yet':
      return (
        <Notice tone="info" title={say('booking.early-title')} live>
          <p>
            <Say message={problemMessage(problem)} /> <T k="booking.early-text" />
          </p>
        </Notice>
      )
    default:
      return (
        <Notice tone="error" title={say('booking.refused-title')} live>
          <p>
            <Say message={problemMessage(problem)} />
          </p>
        </Notice>
      )
  }
}

const PERMISSIONS: readonly PermissionStatus[] = ['none', 'applied', 'returned', 'suspended']

function permissionOf(text: string): PermissionStatus {
  return PERMISSIONS.find(one => one === text) ?? 'none'
}
