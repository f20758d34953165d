import { ALL_SERVICES } from '@asaichi/contract/town/town.ts'
import { type JetStreamManager, jetstreamManager } from '@nats-io/jetstream'
import { startAsserting } from './asserting.ts'
import { type LinkSetting, openLink } from './link.ts'
import { PARTIES } from './parties.ts'
import { ensureConsumer, ensureStream } from './topology.ts'

const API_MS = 3_000

type KeeperSetting = Omit<LinkSetting, 'party'> & {
  /** How many servers keep each fact; one where nothing is said. */
  readonly replicas?: number
  /** Aborted, it waits for the streams no longer and rejects. */
  readonly signal?: AbortSignal
}
export type Keeper = { readonly isReady: () => boolean } & AsyncDisposable

/**
 * Sets up every stream and consumer, and again after a wipe: the only one that may, because a stream republishes, and a consumer
 * delivers, to any subject it is told. Resolves when all are there.
 */
export async function startKeeper({ replicas = 1, signal, ...setting }: KeeperSetting): Promise<Keeper> {
  await using opened = new AsyncDisposableStack()
  const link = opened.use(await openLink({ ...setting, party: 'keeper' }))
  const manager = await jetstreamManager(link.connection, { checkAPI: false, timeout: API_MS })
  const first = Promise.withResolvers<void>()
  signal?.addEventListener('abort', () => first.reject(signal.reason), { once: true })
  signal?.throwIfAborted()
  const asserting = opened.use(
    startAsserting(async () => {
      await assertAll(manager, replicas)
      first.resolve()
    }),
  )
  link.onReconnect(asserting.wake)
  await first.promise
  const held = opened.move()
  return { isReady: link.isConnected, [Symbol.asyncDispose]: () => held.disposeAsync() }
}

/** Sets them up once, for a program that ends; throws where it cannot. */
export async function setUpStreams({ nats, replicas }: Required<Pick<KeeperSetting, 'nats' | 'replicas'>>) {
  await using link = await openLink({ nats, party: 'keeper', absent: 'fail' })
  await assertAll(await jetstreamManager(link.connection, { checkAPI: false, timeout: API_MS }), replicas)
}

async function assertAll(manager: JetStreamManager, replicas: number): Promise<void> {
  await Promise.all(ALL_SERVICES.map(service => ensureStream(manager, service, replicas)))
  await Promise.all(
    ALL_SERVICES.flatMap(listener =>
      PARTIES[listener].hears.map(heard => ensureConsumer(manager, heard, listener)),
    ),
  )
}
