import { credentials } from '@asaichi/bus/link.ts'
import type { BusEnv } from '@asaichi/service/env.ts'
import { connect } from '@nats-io/transport-node'

/** An answer as it came: `code` names the refusal or fault, and is undefined where the request was granted. */
export type RawAnswer = { readonly code: string | undefined; readonly body: Uint8Array }

/** Asks with bytes made beforehand and parses nothing, for a load driver that must cost less than what it measures. */
export type RawCaller = {
  readonly ask: (subject: string, body: Uint8Array) => Promise<RawAnswer>
} & AsyncDisposable

const DEADLINE_MS = 10_000
const ERROR = 'Nats-Service-Error'

export async function openRawCaller(tester: BusEnv): Promise<RawCaller> {
  const connection = await connect(credentials(tester, 'tester'))
  return {
    async ask(subject, body) {
      const { headers, data } = await connection.request(subject, body, { timeout: DEADLINE_MS })
      return { code: headers?.get(ERROR) || undefined, body: data }
    },
    [Symbol.asyncDispose]: () => connection.close(),
  }
}
