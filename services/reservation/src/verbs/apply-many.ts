import { done, type OutcomeOf } from '@asaichi/contract/define.ts'
import type { applyMany as request } from '@asaichi/contract/reservation/presses.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { apply } from './apply.ts'

/** Presses of one message, each for its own desk; they are at their desks in the order of the message. */
export async function applyMany(
  context: Pick<Context, 'desks' | 'listings'>,
  { attempts }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  return done({ answers: await Promise.all(attempts.map(attempt => apply(context, attempt))) })
}
