import type { Asking } from '@asaichi/bus/bus.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { publishNotice } from '../publish-notice.ts'

/** Notices that a city's staff publish one after another: each acknowledged by the service, or not known to be. */
export type Writers = {
  /** Those that were acknowledged by now. */
  readonly acknowledged: () => readonly string[]
  /** Those that were begun by now, acknowledged or not. */
  readonly begun: () => readonly string[]
  /** Resolves once as many more have been acknowledged. */
  readonly more: (count: number) => Promise<void>
  readonly stop: () => Promise<void>
}

const HANDS = 4
const LOOK_MS = 20

export function startWriters(asking: Asking, date: string): Writers {
  const begun: string[] = []
  const acknowledged: string[] = []
  let isStopped = false
  let failure: unknown
  const write = async () => {
    while (!isStopped) {
      const noticeId = newId()
      begun.push(noticeId)
      await publishNotice(asking, { noticeId, date, title: `Notice ${begun.length}` })
      acknowledged.push(noticeId)
    }
  }
  const hands = Array.from({ length: HANDS }, () =>
    write().catch((error: unknown) => {
      failure ??= error
      isStopped = true
    }),
  )
  return {
    acknowledged: () => [...acknowledged],
    begun: () => [...begun],
    async more(count) {
      const wanted = acknowledged.length + count
      while (acknowledged.length < wanted) {
        if (isStopped) throw failure ?? new Error('The writers are stopped')
        await new Promise(resolve => setTimeout(resolve, LOOK_MS))
      }
    },
    async stop() {
      isStopped = true
      await Promise.all(hands)
      if (failure !== undefined) throw failure
    },
  }
}
