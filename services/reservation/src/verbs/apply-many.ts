import { waitAtMost } from '@asaichi/bus/wait-at-most.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { PressAnswer, applyMany as request } from '@asaichi/contract/reservation/presses.ts'
import { apply as applyRequest } from '@asaichi/contract/reservation/reservation.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { busy } from '../desk/answer.ts'
import { type Held, heardNow, isHeld } from '../desk/held.ts'
import { submit } from './apply.ts'

type Parts = Pick<Context, 'desks' | 'listings' | 'log'>

/**
 * Presses of one message, each read, decided and failing for itself; they are at their desks in the order of the message. A
 * desk that is slow keeps its own presses waiting, and those of others no longer than the sender waits. What memory refused
 * waits for its batch of receipts, not each for its own.
 */
export async function applyMany(
  context: Parts,
  { attempts, withinMs, traces = {} }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  const answers: (PressAnswer | undefined)[] = []
  const held: (readonly [nr: number, Held])[] = []
  const waits = new Set<Promise<void>>()
  attempts.forEach((press, nr) => {
    const taken = submitAlone(context, press, traces[nr])
    if (taken instanceof Promise) waits.add(taken.then(answer => void (answers[nr] = answer)))
    else if (isHeld(taken)) {
      held.push([nr, taken])
      waits.add(taken.batch.settled)
    } else answers[nr] = taken
  })
  const all = Promise.all(waits)
  await (withinMs === undefined ? all : waitAtMost(withinMs, all))
  for (const [nr, one] of held) answers[nr] = heardAlone(one)
  return done({ answers: attempts.map((_, nr) => answers[nr] ?? busy()) })
}

/** Never throws, now or later. */
function submitAlone(
  context: Parts,
  press: unknown,
  trace: string | undefined,
): PressAnswer | Held | Promise<PressAnswer> {
  const read = applyRequest.input.safeParse(press)
  if (!read.success) return refuse('malformed')
  const fault = (err: unknown): PressAnswer => {
    context.log.error({ err, subject: applyRequest.subject }, 'fault')
    return refuse('fault')
  }
  try {
    const taken = submit(context, read.data, trace)
    return taken instanceof Promise ? taken.catch(fault) : taken
  } catch (err) {
    return fault(err)
  }
}

/** That a batch could not be written its writer has told of; the same key tells the rest when it is pressed again (D5). */
function heardAlone(held: Held): PressAnswer | undefined {
  try {
    return heardNow(held)
  } catch {
    return busy()
  }
}
