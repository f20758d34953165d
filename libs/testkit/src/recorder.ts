import { credentials } from '@asaichi/bus/link.ts'
import type { Event } from '@asaichi/contract/define.ts'
import type { BusEnv } from '@asaichi/service/env.ts'
import { connect, type NatsConnection } from '@nats-io/transport-node'
import type { z } from 'zod'
import { eventually } from './eventually.ts'

type Heard = { readonly subject: string; readonly text: string }

/** Everything that was published on the bus, for tests that ask whether a fact was told, or whether something leaked. */
export class Recorder implements AsyncDisposable {
  readonly all: Heard[] = []
  readonly #connection: NatsConnection

  private constructor(connection: NatsConnection) {
    this.#connection = connection
    connection.subscribe('*.event.>', {
      callback: (_error, message) => void this.all.push({ subject: message.subject, text: message.string() }),
    })
  }

  static async start(tester: BusEnv): Promise<Recorder> {
    const connection = await connect({
      ...credentials(tester, 'tester'),
      maxReconnectAttempts: -1,
      reconnectTimeWait: 100,
    })
    return new Recorder(connection)
  }

  of<D extends z.ZodType>(event: Event<D>): readonly z.output<D>[] {
    return this.all.flatMap(heard =>
      heard.subject === event.subject ? [event.data.parse(JSON.parse(heard.text).data)] : [],
    )
  }

  /** The first fact of this kind that `matches`, waiting for it if need be. */
  async waitFor<D extends z.ZodType>(
    event: Event<D>,
    matches: (data: z.output<D>) => boolean = () => true,
  ): Promise<z.output<D>> {
    return eventually(() => {
      const found = this.of(event).find(matches)
      if (found === undefined) throw new Error(`no ${event.subject} yet`)
      return found
    })
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#connection.close()
  }
}
