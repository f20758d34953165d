import type { Reservation, ReservationStatus } from '@asaichi/contract/reservation/reservation.ts'
import { useState } from 'preact/hooks'
import { api } from '../../../api/client.ts'
import type { Result } from '../../../api/result.ts'
import type { ProblemCode } from '../../../api/routes.ts'
import { type Message, say } from '../../../i18n/message.ts'
import { awayMessage, problemMessage } from '../../../i18n/problem-message.ts'
import { sayPlain } from '../../../i18n/text.tsx'
import { stateOf } from '../../../ui/state/states.ts'
import { useHeld } from '../shared/use-held.ts'

/** What became of one application here. `done` ones wait no longer; the others say why nothing happened. */
export type Decided =
  | { readonly kind: 'done'; readonly status: ReservationStatus; readonly number: string | null }
  | { readonly kind: 'held'; readonly act: Act }
  | { readonly kind: 'sending' }
  | { readonly kind: 'failed'; readonly message: Message }
type Act = 'approve' | 'refuse'
type DecidedById = ReadonlyMap<string, Decided>

type Waiting = Pick<Reservation, 'reservationId' | 'version'>

/** The acts of T3, one or many; each application keeps its own outcome. */
export function useDecisions() {
  const [decided, setDecided] = useState<DecidedById>(new Map())
  const note = (entries: readonly (readonly [string, Decided])[]) =>
    setDecided(before => new Map([...before, ...entries]))
  const { hold, takeBack, beginAnew } = useHeld()
  const forget = (reservationId: string) =>
    setDecided(before => new Map([...before].filter(([id]) => id !== reservationId)))
  const isUnderWay = ({ reservationId }: Waiting) =>
    ['sending', 'held'].includes(decided.get(reservationId)?.kind ?? '')
  const noteAll = (all: readonly Waiting[], now: Decided) =>
    note(all.map(({ reservationId }) => [reservationId, now]))
  /** Those of them that were not taken back; the time of each runs for itself. */
  const heldOut = async <W extends Waiting>(all: readonly W[], act: Act): Promise<readonly W[]> => {
    noteAll(all, { kind: 'held', act })
    const meant = await Promise.all(
      all.map(async one => {
        const isMeant = await hold(one.reservationId)
        if (!isMeant) forget(one.reservationId)
        return isMeant
      }),
    )
    return all.filter((_, index) => meant[index])
  }
  const carriedOut = async <W extends Waiting>(
    all: readonly W[],
    act: Act,
    send: (all: readonly W[]) => Promise<readonly Decided[]>,
  ): Promise<readonly Decided[]> => {
    const meant = await heldOut(
      all.filter(one => !isUnderWay(one)),
      act,
    )
    if (meant.length === 0) return []
    noteAll(meant, { kind: 'sending' })
    const outcomes = await send(meant)
    note(meant.map((one, index) => [one.reservationId, outcomes[index] ?? UNKNOWN]))
    return outcomes
  }
  return {
    decided,
    takeBack,
    beginAnew,
    /** Each answers what became of those that were not taken back, in their order. */
    approve: (one: Waiting) => carriedOut([one], 'approve', async () => [await approveOne(one)]),
    approveAll: (all: readonly Waiting[]) => carriedOut(all, 'approve', approveMany),
    refuse: (all: readonly Waiting[], reason: string) =>
      carriedOut(all, 'refuse', meant => Promise.all(meant.map(one => refuseOne(one, reason)))),
  }
}

const UNKNOWN: Decided = { kind: 'failed', message: say('common.away-fault') }

async function approveOne({ reservationId, version }: Waiting): Promise<Decided> {
  const answer = await api.post('/api/staff/reservations/{reservationId}/approve', {
    params: { reservationId },
    body: { expectedVersion: version },
    // It may be sent by leaving the page.
    keepalive: true,
  })
  return decidedBy(answer)
}

async function refuseOne({ reservationId, version }: Waiting, reason: string): Promise<Decided> {
  const answer = await api.post('/api/staff/reservations/{reservationId}/refuse', {
    params: { reservationId },
    body: { expectedVersion: version, reason },
    keepalive: true,
  })
  return decidedBy(answer)
}

type Problem =
  | { readonly code: 'state-changed'; readonly detail: string; readonly currentStatus: ReservationStatus }
  | { readonly code: Exclude<ProblemCode, 'state-changed'>; readonly detail: string }

function decidedBy(answer: Result<Reservation, Problem>): Decided {
  if (answer.status === 'ok') return doneOf(answer.value)
  if (answer.status === 'away') return { kind: 'failed', message: awayMessage(answer) }
  const { problem } = answer
  return problem.code === 'state-changed'
    ? { kind: 'failed', message: changedMessage(problem.currentStatus) }
    : { kind: 'failed', message: problemMessage(problem) }
}

async function approveMany(all: readonly Waiting[]): Promise<readonly Decided[]> {
  const items = all.map(({ reservationId, version }) => ({ reservationId, expectedVersion: version }))
  const answer = await api.post('/api/staff/reservations/approve-many', {
    body: { items },
    keepalive: true,
  })
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
    return { kind: 'failed', message: problemMessage({ code: item.outcome, detail: '' }) }
  })
}

function doneOf({ status, number }: Reservation): Decided {
  return { kind: 'done', status, number }
}

/** What staff read when somebody was quicker: the state it has now. */
function changedMessage(status: ReservationStatus): Message {
  return say('staff.changed-to', { state: sayPlain(say(stateOf('reservation', status).word)) })
}
