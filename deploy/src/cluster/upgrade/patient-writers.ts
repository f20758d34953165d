import type { Asking } from '@asaichi/bus/bus.ts'
import { CallFault } from '@asaichi/bus/call.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { publishNotice } from '../publish-notice.ts'

/** Notices published without a pause. One that was not answered is asked for again, by the same id, until it is. */
export type PatientWriters = {
  readonly acknowledged: () => readonly string[]
  /** How often an answer did not come. */
  readonly repeated: () => number
  /** Resolves once as many more have been acknowledged. */
  readonly more: (count: number) => Promise<void>
  readonly stop: () => Promise<void>
}

const HANDS = 4
const LOOK_MS = 20
const MORE_MS = 120_000

export function startPatientWriters(asking: Asking, date: string): PatientWriters {
  const acknowledged: string[] = []
  let repeated = 0
  let isStopped = false
  const write = async () => {
    while (!isStopped) {
      const noticeId = newId()
      for (;;) {
        try {
          await publishNotice(asking, { noticeId, date, title: 'Written while the city changed its build' })
          break
        } catch (error) {
          if (!(error instanceof CallFault)) throw error
          repeated += 1
          await new Promise(resolve => setTimeout(resolve, LOOK_MS))
        }
      }
      acknowledged.push(noticeId)
    }
  }
  const hands = Promise.all(Array.from({ length: HANDS }, write))
  hands.catch(() => undefined)
  return {
    acknowledged: () => [...acknowledged],
    repeated: () => repeated,
    async more(count) {
      const wanted = acknowledged.length + count
      const until = performance.now() + MORE_MS
      while (acknowledged.length < wanted) {
        if (performance.now() > until)
          throw new Error(`Nothing is written any more, after ${acknowledged.length}.`)
        await new Promise(resolve => setTimeout(resolve, LOOK_MS))
      }
    },
    async stop() {
      isStopped = true
      await hands
    },
  }
}
