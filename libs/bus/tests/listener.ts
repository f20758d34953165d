import { randomUUID } from 'node:crypto'
import { event } from '@asaichi/contract/define.ts'
import type { OutboxService } from '@asaichi/contract/town/town.ts'
import type { Running } from '@asaichi/service/run.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import type { Bed } from '@asaichi/testkit/bed.ts'
import { jetstream } from '@nats-io/jetstream'
import { connect, headers } from '@nats-io/transport-node'
import { sql } from 'kysely'
import { onTestFinished } from 'vitest'
import { z } from 'zod'
import { type Fact, on } from '../src/apply-event.ts'
import { emit } from '../src/emit.ts'
import { credentials } from '../src/link.ts'
import { type Parts, startService } from '../src/start-service.ts'

export const numberTold = event('catalog.event.number-told.v1', z.object({ n: z.int() }))
type Apply = (tx: Transaction<unknown>, fact: Fact<{ n: number }>) => Promise<void>

/** A service that listens to `catalog` and keeps what it heard, in the order it heard it; `after` runs in the same transaction. */
export async function startListener(
  bed: Bed,
  options: {
    readonly service?: OutboxService
    readonly after?: Apply
    /** Listens to the same fact beside the first. */
    readonly second?: Apply
    readonly attach?: (parts: Parts<unknown>) => AsyncDisposable | void
    readonly databaseUrl?: string
    readonly natsUrl?: string
    /** Not closed with the test that starts it, but with the bed. */
    readonly keep?: boolean
  } = {},
): Promise<{ readonly running: Running; readonly heard: () => Promise<readonly number[]> }> {
  const service = options.service ?? 'lottery'
  const running = await bed.start(service, (config, log) =>
    startService<unknown>({
      service,
      config: {
        ...config,
        DATABASE_URL: options.databaseUrl ?? config.DATABASE_URL,
        NATS_URL: options.natsUrl ?? config.NATS_URL,
      },
      log,
      migrations: { name: 'effects', folder: new URL('./effects/', import.meta.url) },
      dueHandlers: {},
      attach(parts) {
        parts.bus.listen('catalog', [
          on(numberTold, async (tx, fact) => {
            await sql`insert into effects (n) values (${fact.data.n})`.execute(tx)
            await options.after?.(tx, fact)
          }),
          ...(options.second ? [on(numberTold, options.second)] : []),
        ])
        return options.attach?.(parts)
      },
    }),
  )
  if (!options.keep) onTestFinished(() => running[Symbol.asyncDispose]())
  return { running, heard: () => heardBy(bed, service) }
}

/** What the service has heard so far, whether or not it runs. */
export async function heardBy(bed: Bed, service: OutboxService = 'lottery'): Promise<readonly number[]> {
  const rows = await bed.sql<{ n: number }>(`select n from ${service}.effects order by seq`)
  return rows.map(row => row.n)
}

export function tell(tx: Transaction<unknown>, n: number): Promise<void> {
  return emit(tx, numberTold, { aggregateId: 'numbers', version: n, data: { n } })
}

export function envelope(n: number, id: string = randomUUID()): object {
  return { id, at: '2024-11-03T07:00:00.000Z', aggregateId: 'numbers', version: n, data: { n } }
}

/** Puts anything into the stream of `catalog`, as no service of ours would. */
export async function publishRaw(
  bed: Bed,
  body: object | string | Uint8Array,
  subject?: string,
): Promise<void> {
  const connection = await connect(credentials(bed.nats.envOf('tester'), 'tester'))
  const told = headers()
  told.set('Nats-Msg-Id', randomUUID())
  const payload = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body)
  await jetstream(connection).publish(subject ?? numberTold.subject, payload, { headers: told })
  await connection.close()
}
