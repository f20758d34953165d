import type { Log } from '@asaichi/service/log.ts'
import type { LockDriver, SlotView } from './driver.ts'
import type { Seen } from './planner/known.ts'
import type { Result } from './planner/learn.ts'
import type { Step } from './planner/plan.ts'

type Hands = {
  readonly driver: LockDriver
  readonly hashOf: (digits: string) => string
  readonly log: Log
}
type Load = { readonly digits: string; readonly now: string }

/** Takes one step at the lock. A driver that throws has said nothing of the lock, so that is silence. */
export async function takeStep(hands: Hands, step: Step, load: Load): Promise<Result> {
  return (await quietly(hands.log, () => ask(hands, step, load))) ?? { of: 'ping', isThere: false }
}

async function ask({ driver, hashOf }: Hands, step: Step, { digits, now }: Load): Promise<Result> {
  switch (step.do) {
    case 'ping':
      return { of: 'ping', isThere: await driver.ping() }
    case 'list':
    case 'read': {
      const views = await driver.read(step.do === 'read' ? [step.slot] : undefined)
      return { of: 'read', views: views?.map(view => toSeen(view, hashOf)) }
    }
    case 'set-time':
      return { of: 'change', answer: await driver.setTime(now) }
    case 'clear':
      return { of: 'change', answer: await driver.clear(step.slot) }
    case 'write':
      return { of: 'change', answer: await driver.write(step.slot, { digits, ...step.to }) }
    case 'adjust':
      return { of: 'change', answer: await driver.adjust(step.slot, { digits, ...step.to }) }
  }
}

/** What a stack throws may quote the digits it was given, so only its kind is kept. */
export async function quietly<T>(log: Log, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (err) {
    log.warn({ kind: err instanceof Error ? err.name : typeof err }, 'the lock’s driver failed')
    return undefined
  }
}

function toSeen(view: SlotView, hashOf: (digits: string) => string): Seen {
  if (view.status === 'empty') return view
  const { digits, ...rest } = view
  return digits === undefined ? rest : { ...rest, hash: hashOf(digits) }
}
