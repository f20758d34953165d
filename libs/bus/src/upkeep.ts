import { done, type Service } from '@asaichi/contract/define.ts'
import { listParkedOf, progressOf, replayOutboxOf, replayParkedOf } from '@asaichi/contract/town/town.ts'
import type { Database } from '@asaichi/store/database.ts'
import { dueProgress } from '@asaichi/store/due-work.ts'
import { applyEvent, type Listener } from './apply-event.ts'
import type { Consumer } from './consumer.ts'
import { type Incoming, listParked, replayParked } from './parked.ts'
import { replayOutbox, unsentCount } from './replay.ts'
import type { Serve } from './serve.ts'

/** Whom a service listens to, and by which consumer. */
export type Listening<Tables> = ReadonlyMap<
  Service,
  { readonly listeners: readonly Listener<Tables>[]; readonly consumer: Consumer<Tables> }
>

type Kept<Tables> = {
  readonly service: Service
  readonly database: Database<Tables>
  readonly serve: Serve
  readonly listening: Listening<Tables>
  readonly busy: () => Promise<boolean>
}

/** The questions every service answers about its own deliveries. */
export function serveUpkeep<Tables>(kept: Kept<Tables>): void {
  const { service, database, serve } = kept
  serve(progressOf(service), async () => {
    const { nextDueAt, overdue } = await dueProgress(database.db)
    return done({ nextDueAt, busy: overdue || (await isDelivering(kept)) })
  })
  serve(replayOutboxOf(service), async ({ since }) => done({ events: await replayOutbox(database, since) }))
  serve(listParkedOf(service), async () => done({ items: [...(await listParked(database))] }))
  serve(replayParkedOf(service), async ({ id }) =>
    done(await replayParked(database, message => isApplied(kept, message), id)),
  )
}

async function isDelivering<Tables>({ database, listening, busy }: Kept<Tables>): Promise<boolean> {
  if ((await unsentCount(database)) > 0) return true
  const waiting = await Promise.all([...listening.values()].map(({ consumer }) => consumer.pending()))
  return waiting.some(count => count > 0) || (await busy())
}

async function isApplied<Tables>({ database, listening }: Kept<Tables>, message: Incoming): Promise<boolean> {
  try {
    const listeners = listening.get(message.stream)?.listeners ?? []
    return (await applyEvent(database, listeners, message)).kind === 'applied'
  } catch {
    return false
  }
}
