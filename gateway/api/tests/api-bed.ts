import { createLog } from '@asaichi/service/log.ts'
import { type Bed, startBed } from '@asaichi/testkit/bed.ts'
import { config } from '../src/config.ts'
import { startApi } from '../src/start.ts'
import { type Answer, type Sending, send, sendRaw } from './http-client.ts'
import { type Neighbours, type Person, serveNeighbours } from './neighbours.ts'

export type ApiBed = {
  readonly bed: Bed
  readonly neighbours: Neighbours
  readonly url: string
  /** `as` sends the session cookie of one of the people the neighbours know. */
  readonly send: (
    what: readonly [method: string, path: string],
    sending?: Sending & { readonly as?: Person },
  ) => Promise<Answer>
  readonly sendRaw: (bytes: string) => Promise<string>
  /** Another front door on the same bus, set otherwise. */
  readonly another: (settings: Readonly<Record<string, string>>) => Promise<ApiBed>
} & AsyncDisposable

export const LINK_KEY = '5e'.repeat(32)
const UNHURRIED = { RATE_REQUESTS: '100000', RATE_WRITES: '100000' }

/** The API in this process on a real bus, with every service answered for by its contract. */
export async function startApiBed(settings: Readonly<Record<string, string>> = {}): Promise<ApiBed> {
  const stack = new AsyncDisposableStack()
  const bed = stack.use(await startBed())
  const neighbours = serveNeighbours(bed)
  return openOn({ bed, neighbours, stack }, settings)
}

async function openOn(
  on: { readonly bed: Bed; readonly neighbours: Neighbours; readonly stack: AsyncDisposableStack },
  settings: Readonly<Record<string, string>>,
): Promise<ApiBed> {
  const { bed, neighbours, stack } = on
  const env = config.parse({
    ...bed.nats.envOf('gateway-api'),
    PORT: '0',
    TOWN_CLOCK: 'movable',
    LINK_KEY,
    ...UNHURRIED,
    ...settings,
  })
  const api = stack.use(await startApi(env, createLog('gateway-api', process.env['TEST_LOG'] ?? 'silent')))
  const name = env.PUBLIC_URL.startsWith('https:') ? '__Host-session' : 'session'
  return {
    bed,
    neighbours,
    url: api.url,
    send: (what, { as, ...sending } = {}) =>
      send(api.url, what, { ...(as && { cookie: `${name}=${as}` }), ...sending }),
    sendRaw: bytes => sendRaw(api.url, bytes),
    another: other => openOn(on, other),
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  }
}
