import { useState } from 'preact/hooks'
import type { Key } from '../../../i18n/catalogue.ts'
import { type Message, say } from '../../../i18n/message.ts'
import { P, Say, useText } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/button.tsx'
import { ShortcutHelp } from '../shared/shortcut-help.tsx'
import { Told } from '../shared/told.tsx'
import { useNames } from '../shared/use-names.ts'
import { idsAfter, useQueue } from '../shared/use-queue.ts'
import { useShortcuts } from '../shared/use-shortcuts.ts'
import { ApplicationRow } from './application-row.tsx'
import { ApproveManyDialog } from './approve-many-dialog.tsx'
import { RefuseDialog } from './refuse-dialog.tsx'
import { type Decided, useDecisions } from './use-decisions.ts'
import type { WaitingApplication } from './waiting-application.ts'

const KEYS = [
  ['j', 'staff.key-next'],
  ['k', 'staff.key-previous'],
  ['a', 'staff.key-approve'],
  ['r', 'staff.key-refuse'],
  ['x', 'staff.key-select'],
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
            onApprove={() => void tools.approve(one)}
            onRefuse={() => tools.setRefusing(one)}
            onTakeBack={() => {
              tools.takeBack(one.reservationId)
              queue.focusFirst([one.reservationId])
            }}
          />
        ))}
      </ul>
      {tools.refusing && (
        <RefuseDialog
          application={tools.refusing}
          onClose={() => tools.setRefusing(undefined)}
          onRefused={tools.refused}
        />
      )}
      {tools.confirms && (
        <ApproveManyDialog
          applications={tools.selected}
          names={names}
          onClose={() => tools.setConfirms(false)}
          onApprove={() => void tools.approveSelected()}
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
        </>
      )}
      <Button kind="secondary" size="small" onClick={onReload} k="staff.reload" />
    </div>
  )
}

function useQueueTools(applications: readonly WaitingApplication[]) {
  const ids = applications.map(one => one.reservationId)
  const queue = useQueue(ids)
  const { decided, approve, approveAll, refused, takeBack } = useDecisions()
  const dialogs = useDialogs()
  const { setRefusing, setConfirms } = dialogs
  const [told, setTold] = useState<Message>()
  const open = applications.filter(one => one.status === 'pending' && isOpen(decided.get(one.reservationId)))
  const current = open.find(one => one.reservationId === queue.current)
  const goOn = (one: WaitingApplication) => {
    const openIds = new Set(open.map(each => each.reservationId))
    queue.focusFirst(idsAfter(ids, one.reservationId).filter(id => openIds.has(id)))
  }
  const approveOne = async (one: WaitingApplication) => {
    const deciding = approve(one)
    goOn(one)
    const outcome = await deciding
    if (outcome !== undefined) setTold(toldOf(one, outcome))
  }
  const { chosen, choose, chooseAll, clear, selected } = useSelection(open)
  const approveSelected = async () => {
    setConfirms(false)
    const outcomes = await approveAll(selected)
    const done = outcomes.filter(outcome => outcome.kind === 'done').length
    setTold(say('staff.approved-many', { done, failed: outcomes.length - done }))
    clear()
    const last = selected.at(-1)
    if (last) goOn(last)
  }
  const shortcuts = useShortcuts({
    j: () => queue.move(1),
    k: () => queue.move(-1),
    a: () => current && void approveOne(current),
    r: () => current && setRefusing(current),
    x: () => current && choose(current.reservationId),
  })
  return {
    queue,
    shortcuts,
    decided,
    open,
    chosen,
    choose,
    chooseAll,
    selected,
    told,
    ...dialogs,
    approve: approveOne,
    takeBack,
    approveSelected,
    refused: (one: WaitingApplication, now: Parameters<typeof refused>[0]) => {
      refused(now)
      setRefusing(undefined)
      setTold(say('staff.refused-one', { name: one.eventName }))
      goOn(one)
    },
  }
}

function useDialogs() {
  const [refusing, setRefusing] = useState<WaitingApplication>()
  const [confirms, setConfirms] = useState(false)
  return { refusing, setRefusing, confirms, setConfirms }
}

/** Which of the open ones are ticked. */
function useSelection(open: readonly WaitingApplication[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const selected = open.filter(one => chosen.has(one.reservationId))
  const clear = () => setChosen(new Set())
  return {
    chosen,
    selected,
    clear,
    choose: (id: string) => setChosen(before => toggled(before, id)),
    chooseAll: () =>
      selected.length === open.length ? clear() : setChosen(new Set(open.map(one => one.reservationId))),
  }
}

// What waits to be sent is decided, unless it is taken back.
function isOpen(decided: Decided | undefined): boolean {
  return decided?.kind !== 'done' && decided?.kind !== 'held' && decided?.kind !== 'sending'
}

function toldOf({ eventName }: WaitingApplication, outcome: Decided): Message | undefined {
  if (outcome.kind === 'failed') return outcome.message
  if (outcome.kind === 'sending' || outcome.kind === 'held') return undefined
  return say('staff.approved-one', { name: eventName, number: outcome.number ?? '－' })
}

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set)
  if (!next.delete(id)) next.add(id)
  return next
}
