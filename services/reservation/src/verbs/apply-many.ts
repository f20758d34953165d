import { waitAtMost } from '@asaichi/bus/wait-at-most.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { PressAnswer, applyMany as request } from '@asaichi/contract/reservation/presses.ts'
import { apply as applyRequest } from '@asaichi/contract/reservation/reservation.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { busy } from '../desk/answer.ts'
import { apply } from './apply.ts'

type Parts = Pick<Context, 'desks' | 'listings' | 'log'>

/**
 * Presses of one message, each read, decided and failing for itself; they are at their desks in the order of the message. A
 * desk that is slow keeps its own presses waiting, and those of others no longer than the sender waits.
 */
export async function applyMany(
  context: Parts,
  { attempts, withinMs }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  const answers: PressAnswer[] = []
  const all = Promise.all(
    attempts.map(async (press, nr) => {
      answers[nr] = await answerAlone(context, press)
    }),
  )
  await (withinMs === undefined ? all : waitAtMost(withinMs, all))
  return done({ answers: attempts.map((_, nr) => answers[nr] ?? busy()) })
}

/** Never throws. */
async function answerAlone(context: Parts, press: unknown): Promise<PressAnswer> {
  const read = applyRequest.input.safeParse(press)
  if (!read.success) return refuse('malformed')
  try {
    return await apply(context, read.data)
  } catch (err) {
    context.log.error({ err, subject: applyRequest.subject }, 'fault')
    return refuse('fault')
  }
}
