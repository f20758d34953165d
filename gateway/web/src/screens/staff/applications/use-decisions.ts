import type { Reservation, ReservationStatus } from '@asaichi/contract/reservation/reservation.ts'
import { useState } from 'preact/hooks'
import { api } from '../../../api/client.ts'
import { type Message, say } from '../../../i18n/message.ts'
import { awayMessage, problemMessage } from '../../../i18n/problem-message.ts'
import { sayPlain } from '../../../i18n/text.tsx'
import { stateOf } from '../../../ui/state/states.ts'
import { useHeld } from '../shared/use-held.ts'

/** What became of one application here. `done` ones wait no longer; the others say why nothing happened. */
export type Decided =
  | { readonly kind: 'done'; readonly status: ReservationStatus; readonly number: string | null }
  | { readonly kind: 'held' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'failed'; readonly message: Message }
type DecidedById = ReadonlyMap<string, Decided>

type Waiting = Pick<Reservation, 'reservationId' | 'version'>

/** The acts of T3, one or many; each application keeps its own outcome. */
export function useDecisions() {
  const [decided, setDecided] = useState<DecidedById>(new Map())
  const note = (entries: readonly (readonly [string, Decided])[]) =>
    setDecided(before => new Map([...before, ...entries]))
  const { hold, takeBack } = useHeld()
  const forget = (reservationId: string) =>
    setDecided(before => new Map([...before].filter(([id]) => id !== reservationId)))
  const approve = async (one: Waiting): Promise<Decided | undefined> => {
    const now = decided.get(one.reservationId)?.kind
    if (now === 'sending' || now === 'held') return undefined
    note([[one.reservationId, { kind: 'held' }]])
    if (!(await hold(one.reservationId))) {
      forget(one.reservationId)
      return undefined
    }
    note([[one.reservationId, { kind: 'sending' }]])
    const outcome = await approveOne(one)
    note([[one.reservationId, outcome]])
    return outcome
  }
  const approveAll = async (all: readonly Waiting[]): Promise<readonly Decided[]> => {
    note(all.map(one => [one.reservationId, { kind: 'sending' }]))
    const outcomes = await approveMany(all)
    note(all.map((one, index) => [one.reservationId, outcomes[index] ?? UNKNOWN]))
    return outcomes
  }
  const refused = ({ reservationId, status, number }: Reservation) =>
    note([[reservationId, { kind: 'done', status, number }]])
  return { decided, approve, approveAll, refused, takeBack }
}

const UNKNOWN: Decided = { kind: 'failed', message: say('common.away-fault') }

async function approveOne({ reservationId, version }: Waiting): Promise<Decided> {
  const answer = await api.post('/api/staff/reservations/{reservationId}/approve', {
    params: { reservationId },
    body: { expectedVersion: version },
    // It may be sent by leaving the page.
    keepalive: true,
  })
  if (answer.status === 'ok') return doneOf(answer.value)
  if (answer.status === 'away') return { kind: 'failed', message: awayMessage(answer) }
  const { problem } = answer
  return problem.code === 'state-changed'
    ? { kind: 'failed', message: changedMessage(problem.currentStatus) }
    : { kind: 'failed', message: problemMessage(problem) }
}

async function approveMany(all: readonly Waiting[]): Promise<readonly Decided[]> {
  const items = all.map(({ reservationId, version }) => ({ reservationId, expectedVersion: version }))
  const answer = await api.post('/api/staff/reservations/approve-many', { body: { items } })
  if (answer.status === 'away') return all.map(() => ({ kind: 'failed', message: awayMessage(answer) }))
  if (answer.status === 'refused')
    return all.map(() => ({ kind: 'failed', message: problemMessage(answer.problem) }))
  return all.map(({ reservationId }) => {
    const item = answer.value.items.find(one => one.reservationId === reservationId)
    if (!item) return UNKNOWN
    if (item.outcome === 'approved' && item.reservation) return doneOf(item.reservation)
    if (item.outcome === 'not-confirmed-yet')
      return { kind: 'failed', message: say('staff.not-confirmed-yet') }
    if (item.outcome === 'approved') return { kind: 'done', status: 'approved', number: null }
    if (item.outcome === 'state-changed') return { kind: 'failed', message: say('staff.changed-elsewhere') }
    return { kind: 'failed', message: say(`problems.${item.outcome}`) }
  })
}

function doneOf({ status, number }: Reservation): Decided {
  return { kind: 'done', status, number }
}

/** What staff read when somebody was quicker: the state it has now. */
function changedMessage(status: ReservationStatus): Message {
  return say('staff.changed-to', { state: sayPlain(say(stateOf('reservation', status).word)) })
}
