import { type Call, CallFault } from '@asaichi/bus/call.ts'
import type { OutcomeOf } from '@asaichi/contract/define.ts'
import {
  applyMany,
  MOST_PRESSES,
  PressAnswer,
  type PressFault,
} from '@asaichi/contract/reservation/presses.ts'
import type { apply } from '@asaichi/contract/reservation/reservation.ts'
import { monotonicMs } from '@asaichi/service/clock.ts'
import { currentTrace, withTrace } from '@asaichi/service/trace.ts'
import type { z } from 'zod'

type Press = z.input<typeof apply.input>
type Answer = OutcomeOf<typeof apply>
export type Presses = { readonly submit: (press: Press) => Promise<Answer> }

type Waiting = {
  readonly press: Press
  readonly trace: string | undefined
  readonly since: number
  readonly answer: (answer: Answer) => void
  readonly fail: (error: unknown) => void
}

/** Above this the presses wait here: the desk has enough to do, and the next message will be a fuller one. */
const MOST_MESSAGES = 16
const DEADLINE_MS = 5_000
/** So much earlier the desk answers what it has, so that the answers of a message are here before nobody waits for them. */
const WAY_BACK_MS = 250

/**
 * Carries presses to the desk, together those that arrived in the same turn or while the messages allowed were under way:
 * alone a press travels at once, in a rush 64 of them cost the bus what one does. The order of arrival is kept. That a person
 * has one attempt at a time is the desk's to say: there are several gateways.
 */
export function createPresses(call: Call): Presses {
  let waiting: Waiting[] = []
  let underWay = 0
  let woken = false

  function wake(): void {
    if (woken || underWay >= MOST_MESSAGES || waiting.length === 0) return
    woken = true
    setImmediate(() => {
      woken = false
      while (waiting.length > 0 && underWay < MOST_MESSAGES) {
        const presses = waiting.slice(0, MOST_PRESSES)
        waiting = waiting.slice(MOST_PRESSES)
        underWay += 1
        void send(call, presses).finally(() => {
          underWay -= 1
          wake()
        })
      }
    })
  }

  return {
    submit: press =>
      new Promise<Answer>((answer, fail) => {
        waiting.push({ press, trace: currentTrace(), since: monotonicMs(), answer, fail })
        wake()
      }),
  }
}

/** Never throws: each press hears of a fault itself. What is true of the whole message is trouble that the same key repairs. */
async function send(call: Call, presses: readonly Waiting[]): Promise<void> {
  const waitedMs = monotonicMs() - (presses[0]?.since ?? 0)
  try {
    const deadlineMs = Math.floor(DEADLINE_MS - waitedMs)
    if (deadlineMs <= WAY_BACK_MS) throw new CallFault('timeout', applyMany.subject)
    const attempts = presses.map(({ press }) => press)
    const traces = tracesOf(presses)
    const ask = () =>
      call(applyMany, { attempts, withinMs: deadlineMs - WAY_BACK_MS, ...traces }, { deadlineMs })
    const [first] = Object.values(traces?.traces ?? {})
    const outcome = await (first === undefined ? ask() : withTrace(first, ask))
    const answers = outcome.ok ? outcome.value.answers : []
    presses.forEach((waiting, nr) => hear(waiting, answers[nr]))
  } catch (cause) {
    const error = new CallFault('unavailable', applyMany.subject, { cause })
    for (const { fail } of presses) fail(error)
  }
}

/** One in a hundred is traced, and the message belongs to the first of them. */
function tracesOf(
  presses: readonly Waiting[],
): { readonly traces: Readonly<Record<string, string>> } | undefined {
  const traced = presses.flatMap(({ trace }, nr) =>
    trace === undefined ? [] : [[String(nr), trace] as const],
  )
  return traced.length === 0 ? undefined : { traces: Object.fromEntries(traced) }
}

/** Each answer is read by itself, so that one nobody can read is one press's fault. */
function hear({ answer, fail }: Waiting, heard: unknown): void {
  const read = PressAnswer.safeParse(heard)
  if (!read.success) fail(new CallFault('fault', applyMany.subject, { cause: read.error }))
  else if (isFault(read.data)) fail(new CallFault(read.data.refusal.code, applyMany.subject))
  else answer(read.data)
}

function isFault(answer: PressAnswer): answer is PressFault {
  return !answer.ok && (answer.refusal.code === 'fault' || answer.refusal.code === 'malformed')
}
