import { isTransient } from '@asaichi/bus/transient.ts'
import { refuse } from '@asaichi/contract/define.ts'
import type { apply as request } from '@asaichi/contract/reservation/reservation.ts'
import { currentTrace } from '@asaichi/service/trace.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { type Answer, busy } from '../desk/answer.ts'
import { attemptOf } from '../desk/attempt-of.ts'
import { type Held, heard } from '../desk/held.ts'
import type { Bookable } from '../domain/bookable.ts'

type Parts = Pick<Context, 'desks' | 'listings'>
type Press = z.output<typeof request.input>

/** M22–M25: first-come. The desk of the venue's day decides; nothing on this way asks another service. */
export async function apply(parts: Parts, press: Press): Promise<Answer> {
  return await inTheEnd(heard(submit(parts, press, currentTrace())))
}

/** The same without waiting for what memory knew: its answer is there at once, and held until its receipt is written. */
export function submit(
  { desks, listings }: Parts,
  press: Press,
  trace: string | undefined,
): Answer | Held | Promise<Answer> {
  const bookable = listings.find(press.application.listingId)
  if (bookable instanceof Promise)
    return inTheEnd(bookable.then(found => heard(atDesk(desks, found, { ...press, trace }))))
  const taken = atDesk(desks, bookable, { ...press, trace })
  return taken instanceof Promise ? inTheEnd(taken) : taken
}

function atDesk(
  desks: Context['desks'],
  bookable: Bookable | undefined,
  { actor, key, application, trace }: Press & { readonly trace: string | undefined },
): Answer | Held | Promise<Answer> {
  if (!bookable) return refuse('unknown-listing')
  const { venueId, cityId } = bookable.venue
  return desks.submit(
    { venueId, date: application.date },
    attemptOf({ personId: actor.personId, cityId, key, application, trace }),
  )
}

/** Whether a commit that met trouble happened is not known; the same key tells when it is pressed again (D5). Desks has told of the error. */
async function inTheEnd(answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer
  } catch (error) {
    if (isTransient(error)) return busy()
    throw error
  }
}
