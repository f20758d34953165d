import type { Door } from '@asaichi/contract/lock/door-codes.ts'
import { useState } from 'preact/hooks'
import type { z } from 'zod'
import { api } from '../../../api/client.ts'
import { useApi } from '../../../api/use-api.ts'
import { Moment } from '../../../i18n/format.tsx'
import { say } from '../../../i18n/message.ts'
import { Li, P, Span, T } from '../../../i18n/text.tsx'
import { FormProblems } from '../../../shell/form-problems.tsx'
import { Shown } from '../../../shell/shown.tsx'
import { Button } from '../../../ui/button.tsx'
import { Facts } from '../../../ui/steps/facts.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import { StaffPage } from '../shared/staff-page.tsx'
import { Told } from '../shared/told.tsx'
import { useAct } from '../shared/use-act.ts'
import { DoorCodes } from './door-codes.tsx'
import { problemText } from './door-problem.ts'
import './locks.css'

type DoorState = z.infer<typeof Door>

/** T12: every keypad of the city, the ones with a problem first. */
export function LocksScreen() {
  return (
    <StaffPage title={say('staff.locks-title')} screen="T12">
      {() => <LocksContent />}
    </StaffPage>
  )
}

function LocksContent() {
  const doors = useApi(signal => api.get('/api/staff/doors', { signal }), [], { refresh: true })
  return (
    <Shown of={doors}>
      {({ items }) => (
        <>
          <P
            k="staff.locks-summary"
            p={{ count: items.length, faults: items.filter(door => door.problems.length > 0).length }}
            class="lead"
          />
          <P k="staff.locks-refreshed" />
          <p>
            <TextLink href="/staff/locks/emergency" k="staff.locks-emergency" />
          </p>
          {items.length === 0 && <P k="staff.locks-none" />}
          <ul class="doors">
            {troubledFirst(items).map(door => (
              <DoorCard key={door.lockId} door={door} onChanged={doors.reload} />
            ))}
          </ul>
        </>
      )}
    </Shown>
  )
}

function troubledFirst(doors: readonly DoorState[]): readonly DoorState[] {
  return doors.toSorted((a, b) => Math.sign(b.problems.length) - Math.sign(a.problems.length))
}

type CardProps = { readonly door: DoorState; readonly onChanged: () => void }

function DoorCard({ door, onChanged }: CardProps) {
  const [isOpen, setOpen] = useState(false)
  const headingId = `door-${door.lockId}`
  return (
    <li class={door.problems.length > 0 ? 'door door--bad' : 'door'}>
      <h2 id={headingId} lang="ja">
        {door.doorName}
      </h2>
      <p>
        <strong class={door.online ? 'badge badge--good' : 'badge badge--bad'}>
          <span aria-hidden="true">{door.online ? '✓' : '×'}</span>{' '}
          <T k={door.online ? 'staff.online' : 'staff.offline'} />
        </strong>{' '}
        {door.presenceAt && <T k="staff.presence-since" p={{ at: <Moment at={door.presenceAt} short /> }} />}
      </p>
      {door.problems.length > 0 && (
        <ul class="door__problems">
          {door.problems.map(problem => (
            <Li
              key={problem}
              k={problemText(problem)}
              p={{
                code: problem,
                since: door.guessed ? <Moment at={door.guessed.since} short /> : '',
                count: door.guessed?.entries ?? '',
              }}
            />
          ))}
        </ul>
      )}
      <DoorFacts door={door} />
      <ForeignCodes slots={door.foreignSlots ?? []} />
      <DoorActs door={door} onChanged={onChanged} isOpen={isOpen} onOpen={() => setOpen(!isOpen)} />
      {isOpen && <DoorCodes lockId={door.lockId} />}
    </li>
  )
}

function DoorFacts({ door }: { readonly door: DoorState }) {
  const { battery, codes, rev, revHeld, revApplied, lastReportAt, clockOffsetSeconds } = door
  const isSame = revApplied === rev
  return (
    <Facts
      rows={[
        [say('staff.battery'), battery === null ? <T k="staff.unknown" /> : `${battery}%`],
        [say('staff.codes-in-force'), <T k="staff.count" p={{ count: codes }} />],
        [
          say('staff.delivery'),
          <>
            <T
              k={
                isSame
                  ? 'staff.delivery-same'
                  : revHeld === rev
                    ? 'staff.delivery-held'
                    : 'staff.delivery-behind'
              }
            />{' '}
            <Span
              k="staff.revisions"
              p={{ rev, held: revHeld ?? '－', applied: revApplied ?? '－' }}
              class="soft"
            />
          </>,
        ],
        [
          say('staff.last-report'),
          lastReportAt === null ? <T k="staff.never" /> : <Moment at={lastReportAt} />,
        ],
        [
          say('staff.clock'),
          clockOffsetSeconds === null ? (
            <T k="staff.unknown" />
          ) : (
            <T k="staff.clock-offset" p={{ seconds: Math.round(clockOffsetSeconds) }} />
          ),
        ],
      ]}
    />
  )
}

function ForeignCodes({ slots }: { readonly slots: readonly number[] }) {
  if (slots.length === 0) return null
  return <P k="staff.foreign-codes" p={{ count: slots.length, slots: slots.join('・') }} class="soft" />
}

type ActsProps = CardProps & { readonly isOpen: boolean; readonly onOpen: () => void }

function DoorActs({ door: { lockId, doorName }, onChanged, isOpen, onOpen }: ActsProps) {
  const resync = useAct(async () => {
    const answer = await api.post('/api/staff/doors/{lockId}/resync', { params: { lockId }, body: {} })
    if (answer.status === 'ok') onChanged()
    return answer
  })
  return (
    <>
      <FormProblems form={resync.form} />
      <Told>{!resync.busy && resync.answer?.status === 'ok' && <T k="staff.resync-done" />}</Told>
      <div class="buttons no-print">
        <Button kind="secondary" size="small" busy={resync.busy} onClick={() => void resync.run({})}>
          <T k="staff.resync" />
          <span class="visually-hidden">：{doorName}</span>
        </Button>
        <Button kind="secondary" size="small" pressed={isOpen} onClick={onOpen}>
          <T k="staff.see-codes" />
          <span class="visually-hidden">：{doorName}</span>
        </Button>
      </div>
    </>
  )
}
