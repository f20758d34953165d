import type { Told } from '../aftermath.ts'
import type { Slot } from '../ground.ts'
import type { DeskAnswer } from '../load/desk-driver.ts'
import type { Answer } from '../load/http-lines.ts'
import type { Press } from '../load/presses.ts'
import type { PressFate } from '../report/inversions.ts'

/** One press, when it was sent, and what it was answered over HTTP. */
export type Exchange = { readonly press: Press; readonly sentMs: number; readonly answer: Answer }

type Final = {
  readonly slot: Slot
  readonly atMs?: number
  readonly code: string | undefined
  readonly receiptId: string | undefined
  readonly reservationId: string | undefined
  readonly raw: string
}

const SHED: ReadonlySet<string> = new Set(['busy', 'service-unavailable'])

/** Presses over HTTP, as one run for the aftermath to look at. */
export function toldOverHttp(name: string, slots: readonly Slot[], exchanges: readonly Exchange[]): Told {
  return toldOf(
    name,
    slots,
    exchanges.map(({ press, sentMs, answer }) => {
      const raw = answer.body.toString()
      // Safe: the gateway's contract; what is missing shows as an answer that is none.
      const body = JSON.parse(raw) as Body
      const code = answer.status === 201 ? undefined : (body.code ?? String(answer.status))
      return { slot: press.slot, atMs: sentMs, code, raw, ...idsIn(body) }
    }),
  )
}

/** Presses at the service itself. */
export function toldAtDesk(slots: readonly Slot[], answers: readonly DeskAnswer[]): Told {
  return toldOf(
    'desk',
    slots,
    answers.map(({ press, code, detail }) => ({
      slot: press.slot,
      code,
      raw: JSON.stringify(detail),
      // Safe: as above.
      ...idsIn(detail as Body),
    })),
  )
}

type Body = {
  readonly code?: string
  readonly receiptId?: string
  readonly reservation?: { readonly reservationId?: string }
}

function idsIn({ receiptId, reservation }: Body) {
  return { receiptId, reservationId: reservation?.reservationId }
}

function toldOf(name: string, slots: readonly Slot[], finals: readonly Final[]): Told {
  const accepted = finals.filter(each => each.code === undefined && each.reservationId !== undefined)
  const refused = finals.filter(each => each.code !== undefined && each.receiptId !== undefined)
  const shed = finals.filter(each => SHED.has(each.code ?? ''))
  const strange = finals.find(each => ![accepted, refused, shed].some(group => group.includes(each)))
  return {
    name,
    slots,
    accepted: accepted.length,
    refused: refused.length,
    shed: shed.length,
    other: finals.length - accepted.length - refused.length - shed.length,
    example: strange && `${strange.code}: ${strange.raw.slice(0, 200)}`,
    cutOff: 0,
    fates: [
      ...accepted.flatMap(each => fateOf(each, 'accepted')),
      ...refused.flatMap(each => (each.code === 'taken' ? fateOf(each, 'taken') : [])),
    ],
    receiptIds: [...accepted, ...refused].flatMap(each => each.receiptId ?? []),
    reservationIds: accepted.flatMap(each => each.reservationId ?? []),
  }
}

function fateOf({ slot, atMs }: Final, fate: PressFate['fate']): readonly PressFate[] {
  if (atMs === undefined) return []
  const { listingId, date, from } = slot
  return [{ slot: `${listingId} ${date} ${from}`, atMs, fate }]
}
