import type { PermissionStatus } from '@asaichi/contract/actor.ts'
import { useEffect, useRef } from 'preact/hooks'
import type { Bookable } from '../../api/bookable.ts'
import { say } from '../../i18n/message.ts'
import { problemMessage } from '../../i18n/problem-message.ts'
import { P, Say, T } from '../../i18n/text.tsx'
import { wantTexts } from '../../i18n/texts.ts'
import { useLater } from '../../shell/later.ts'
import { Loading } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import type { Wanted } from '../availability/paths.ts'
import { ObstacleBox } from './obstacle.tsx'
import type { Obstacle } from './obstacles.ts'
import type { ApplyProblem } from './press/press.ts'

type Props = { readonly problem: ApplyProblem; readonly room: Bookable; readonly wanted: Wanted }

/** M31, V2: why it was not taken, what to do now, and the receipt of the attempt. */
export function Refusal({ problem, room, wanted }: Props) {
  const receiptId = 'receiptId' in problem ? problem.receiptId : undefined
  const box = useArrival()
  return (
    <div class="refusal" tabIndex={-1} ref={box}>
      <Reason problem={problem} wanted={wanted} />
      {receiptId !== undefined && (
        <p>
          <TextLink href={`/receipts/${receiptId}`} k="booking.see-receipt" />
        </p>
      )}
      {/* Last: they come later, and would push what stands below them from under a finger. */}
      {problem.code === 'taken' && <WaysOn room={room} wanted={wanted} />}
    </div>
  )
}

// The button that was pressed may be gone, and the news stands above what the reader looks at.
function useArrival() {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    box.current?.focus({ preventScroll: true })
    box.current?.scrollIntoView({ block: 'start' })
  }, [])
  return box
}

function Reason({ problem, wanted }: Pick<Props, 'problem' | 'wanted'>) {
  const obstacle = obstacleIn(problem)
  if (obstacle) return <ObstacleBox wanted={wanted} obstacle={obstacle} />
  if (problem.code === 'taken')
    return (
      <Notice tone="warning" title={say('press.taken-title')} live>
        <P k="press.taken-text" p={{ turn: problem.place }} />
      </Notice>
    )
  const isEarly = problem.code === 'not-open-yet'
  return (
    <Notice
      tone={isEarly ? 'info' : 'error'}
      title={say(isEarly ? 'press.early-title' : 'press.refused-title')}
      live
    >
      <p>
        <Say message={problemMessage(problem)} /> {isEarly && <T k="press.early-text" />}
      </p>
    </Notice>
  )
}

function WaysOn(props: Pick<Props, 'room' | 'wanted'>) {
  const part = useLater(loadTaken, TAKEN_TEXTS)
  return part ? <part.Taken {...props} /> : <Loading />
}

const TAKEN_TEXTS = ['press'] as const

function loadTaken() {
  return import('./taken.tsx')
}

/** So that it is at hand when many lose in the same moment. */
export function fetchAhead(): void {
  void Promise.all([loadTaken(), wantTexts(TAKEN_TEXTS)]).catch(() => undefined)
}

function obstacleIn(problem: ApplyProblem): Obstacle | undefined {
  if (problem.code === 'overlaps-own-booking') return { kind: 'own', reservationId: problem.reservationId }
  if (problem.code === 'quota-reached') return { kind: 'quota', limit: problem.limit, of: 'reservations' }
  if (problem.code === 'entry-quota-reached') return { kind: 'quota', limit: problem.limit, of: 'entries' }
  if (problem.code === 'closed') return { kind: 'over', closedAt: problem.closedAt }
  if (problem.code === 'not-approved')
    return { kind: 'not-approved', permission: permissionOf(problem.permission) }
  return undefined
}

const PERMISSIONS: readonly PermissionStatus[] = ['none', 'applied', 'returned', 'suspended']

function permissionOf(text: string): PermissionStatus {
  return PERMISSIONS.find(one => one === text) ?? 'none'
}
