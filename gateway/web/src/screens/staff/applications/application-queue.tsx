import type { Key } from '../../../i18n/catalogue.ts'
import { P, Say, useText } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/button.tsx'
import { ShortcutHelp } from '../shared/shortcut-help.tsx'
import { Told } from '../shared/told.tsx'
import { useNames } from '../shared/use-names.ts'
import { ApplicationRow } from './application-row.tsx'
import { ApproveManyDialog } from './approve-many-dialog.tsx'
import { RefuseDialog } from './refuse-dialog.tsx'
import { useQueueTools } from './use-queue-tools.ts'
import type { WaitingApplication } from './waiting-application.ts'

const KEYS = [
  ['j', 'staff.key-next'],
  ['k', 'staff.key-previous'],
  ['a', 'staff.key-approve'],
  ['r', 'staff.key-refuse'],
  ['x', 'staff.key-select'],
  ['z', 'staff.key-take-back'],
] as const satisfies readonly (readonly [string, Key])[]

type Props = { readonly applications: readonly WaitingApplication[]; readonly onReload: () => void }

/** The queue itself. What was decided stays in its place with its outcome, until the list is read anew. */
export function ApplicationQueue({ applications, onReload }: Props) {
  const t = useText()
  const tools = useQueueTools(applications)
  const { queue, shortcuts, chosen, told } = tools
  const names = useNames(applications.map(one => one.personId))
  if (applications.length === 0) return <P k="staff.applications-none" />
  return (
    <>
      <ShortcutHelp keys={KEYS} isOn={shortcuts.isOn} onTurn={shortcuts.turn} />
      <Told>{told && <Say message={told} />}</Told>
      <QueueBar tools={tools} onReload={onReload} />
      <ul class="queue" aria-label={t('staff.applications-title')}>
        {applications.map(one => (
          <ApplicationRow
            key={one.reservationId}
            application={one}
            name={names.get(one.personId)}
            decided={tools.decided.get(one.reservationId)}
            isCurrent={one.reservationId === queue.current}
            isChosen={chosen.has(one.reservationId)}
            rowRef={queue.rowRef(one.reservationId)}
            onTake={() => queue.take(one.reservationId === queue.current ? undefined : one.reservationId)}
            onChoose={() => tools.choose(one.reservationId)}
            onApprove={() => tools.approve(one)}
            onRefuse={() => tools.setRefusing([one])}
            onTakeBack={() => tools.takeBack([one.reservationId])}
            onReach={() => tools.beginAnew(one.reservationId)}
            onReload={onReload}
          />
        ))}
      </ul>
      {tools.refusing && (
        <RefuseDialog
          applications={tools.refusing}
          names={names}
          onClose={tools.close}
          onRefuse={tools.refuse}
        />
      )}
      {tools.confirms && (
        <ApproveManyDialog
          applications={tools.selected}
          names={names}
          onClose={tools.close}
          onApprove={() => tools.approveMany(tools.selected)}
        />
      )}
    </>
  )
}

type Tools = ReturnType<typeof useQueueTools>

function QueueBar({ tools, onReload }: { readonly tools: Tools; readonly onReload: () => void }) {
  const count = tools.selected.length
  return (
    <div class="buttons no-print">
      {tools.open.length > 0 && (
        <>
          <Button
            kind="secondary"
            size="small"
            onClick={tools.chooseAll}
            k={count === tools.open.length ? 'staff.choose-none' : 'staff.choose-all'}
          />
          <Button
            size="small"
            disabled={count === 0}
            onClick={() => tools.setConfirms(true)}
            k="staff.approve-chosen"
            p={{ count }}
          />
          <Button
            kind="secondary"
            size="small"
            disabled={count === 0}
            onClick={() => tools.setRefusing(tools.selected)}
            k="staff.refuse-chosen"
            p={{ count }}
          />
        </>
      )}
      {tools.held.length > 1 && (
        <Button
          kind="secondary"
          size="small"
          onClick={() => tools.takeBack(tools.held)}
          k="staff.take-back-all"
          p={{ count: tools.held.length }}
        />
      )}
      <Button kind="secondary" size="small" onClick={onReload} k="staff.reload" />
    </div>
  )
}
