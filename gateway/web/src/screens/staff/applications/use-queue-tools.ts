import { useState } from 'preact/hooks'
import { keepDraft } from '../../../forms/drafts.ts'
import { type Message, say } from '../../../i18n/message.ts'
import { idsAfter, useQueue } from '../shared/use-queue.ts'
import { useShortcuts } from '../shared/use-shortcuts.ts'
import { refusalDraft } from './refuse-dialog.tsx'
import { type Decided, useDecisions } from './use-decisions.ts'
import type { WaitingApplication } from './waiting-application.ts'

type Many = readonly WaitingApplication[]

/** The state of T3's queue and what its buttons and keys do. */
export function useQueueTools(applications: Many) {
  const ids = applications.map(one => one.reservationId)
  const queue = useQueue(ids)
  const { decided, beginAnew, ...decisions } = useDecisions()
  const dialogs = useDialogs()
  const open = applications.filter(one => one.status === 'pending' && isOpen(decided.get(one.reservationId)))
  const { clear, ...selection } = useSelection(open)
  const current = open.find(one => one.reservationId === queue.current)
  const held = ids.filter(id => decided.get(id)?.kind === 'held')
  const takeBack = (back: readonly string[]) => {
    for (const id of back) decisions.takeBack(id)
    queue.focusFirst(back)
  }
  const goOn = (decidedNow: Many) => {
    const last = decidedNow.at(-1)
    if (!last) return
    const openIds = new Set(open.flatMap(one => (decidedNow.includes(one) ? [] : [one.reservationId])))
    queue.focusFirst(idsAfter(ids, last.reservationId).filter(id => openIds.has(id)))
  }
  const goOnFromMany = (decidedNow: Many) => {
    dialogs.close()
    clear()
    goOn(decidedNow)
  }
  const { told, ...acts } = useActs(decisions, { goOn, goOnFromMany })
  const shortcuts = useShortcuts({
    j: () => queue.move(1),
    k: () => queue.move(-1),
    a: () => current && acts.approve(current),
    r: () => current && dialogs.setRefusing([current]),
    x: () => current && selection.choose(current.reservationId),
    z: () => takeBack(held),
  })
  return {
    queue,
    shortcuts,
    decided,
    open,
    told,
    held,
    takeBack,
    beginAnew,
    ...dialogs,
    ...selection,
    ...acts,
  }
}

type Decisions = Omit<ReturnType<typeof useDecisions>, 'decided' | 'beginAnew'>
type Ways = { readonly goOn: (done: Many) => void; readonly goOnFromMany: (done: Many) => void }

/** Each act goes on to the next row at once and tells, when it is carried out, what became of it. */
function useActs(decisions: Decisions, { goOn, goOnFromMany }: Ways) {
  const [told, setTold] = useState<Message>()
  const approve = async (one: WaitingApplication) => {
    const deciding = decisions.approve(one)
    goOn([one])
    const [outcome] = await deciding
    if (outcome) setTold(toldOf(one, outcome))
  }
  const approveMany = async (all: Many) => {
    const deciding = decisions.approveAll(all)
    goOnFromMany(all)
    const outcomes = await deciding
    if (outcomes.length > 0) setTold(say('staff.approved-many', countsOf(outcomes)))
  }
  const refuse = async (all: Many, reason: string) => {
    const deciding = decisions.refuse(all, reason)
    goOnFromMany(all)
    const outcomes = await deciding
    const counts = countsOf(outcomes)
    // What was typed is there again for the next try.
    if (counts.done < all.length) keepDraft(refusalDraft(all), { template: '', reason })
    const [one] = all
    if (outcomes.length === 0 || !one) return
    const isOne = all.length === 1 && counts.done === 1
    setTold(isOne ? say('staff.refused-one', { name: one.eventName }) : say('staff.refused-many', counts))
  }
  return {
    told,
    approve: (one: WaitingApplication) => void approve(one),
    approveMany: (all: Many) => void approveMany(all),
    refuse: (all: Many, reason: string) => void refuse(all, reason),
  }
}

function useDialogs() {
  const [refusing, setRefusing] = useState<Many>()
  const [confirms, setConfirms] = useState(false)
  const close = () => {
    setRefusing(undefined)
    setConfirms(false)
  }
  return { refusing, setRefusing, confirms, setConfirms, close }
}

/** Which of the open ones are ticked. */
function useSelection(open: Many) {
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

function countsOf(outcomes: readonly Decided[]) {
  const done = outcomes.filter(outcome => outcome.kind === 'done').length
  return { done, failed: outcomes.length - done }
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
