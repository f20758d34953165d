import { ALL_SERVICES } from '@asaichi/contract/town/town.ts'
import { type JetStreamManager, jetstreamManager } from '@nats-io/jetstream'
import { startAsserting } from './asserting.ts'
import { type LinkSetting, openLink } from './link.ts'
import { PARTIES } from './parties.ts'
import { ensureConsumer, ensureStream } from './topology.ts'

const API_MS = 3_000

/**
 * Sets up every stream and consumer, and again after a wipe: the only one that may, because a stream republishes, and a consumer
 * delivers, to any subject it is told. Resolves when all are there.
 */
export async function startKeeper(setting: Omit<LinkSetting, 'party'>): Promise<AsyncDisposable> {
  await using opened = new AsyncDisposableStack()
  const link = opened.use(await openLink({ ...setting, party: 'keeper' }))
  const manager = await jetstreamManager(link.connection, { checkAPI: false, timeout: API_MS })
  const first = Promise.withResolvers<void>()
  const asserting = opened.use(
    startAsserting(async () => {
      await assertAll(manager)
      first.resolve()
    }),
  )
  link.onReconnect(asserting.wake)
  await first.promise
  return opened.move()
}

async function assertAll(manager: JetStreamManager): Promise<void> {
  await Promise.all(ALL_SERVICES.map(service => ensureStream(manager, service)))
  await Promise.all(
    ALL_SERVICES.flatMap(listener =>
      PARTIES[listener].hears.map(from => ensureConsumer(manager, from, listener)),
    ),
  )
}
