import { everyLock } from '@asaichi/contract/lock/topics.ts'
import type { Clock } from '@asaichi/service/clock.ts'
import type { Database } from '@asaichi/store/database.ts'
import type { Context } from '../context.ts'
import { findSites } from '../store/locks.ts'
import type { Tables } from '../store/schema.ts'
import { forgetHeld, isSendingFresh } from '../store/sets.ts'
import { connectGateway } from './gateway-link.ts'
import { startPublisher } from './publisher.ts'
import { HEARD, receive } from './receive.ts'
import { startTownTime } from './town-time.ts'

/** A set that was sent this often in vain no longer holds up the town's clock. */
const SENDS_WAITED_FOR = 2

export type Conversation = {
  readonly isUp: () => boolean
  /** Whether the town's clock should wait: a gateway is there and has not yet been told something new. */
  readonly isBusy: () => Promise<boolean>
} & AsyncDisposable

export type ConversationOptions = Pick<Context, 'log' | 'secrets'> & {
  readonly url: string
  readonly caFile?: string | undefined
  readonly clock: Clock
  readonly database: Database<Tables>
}

/** Everything between the database and the locks' gateway: sets out, reports in, and the demo's time. */
export function talkToLocks(options: ConversationOptions): Conversation {
  const { clock, database, log, secrets } = options
  const { db } = database
  const stack = new AsyncDisposableStack()
  const link = connectGateway({
    url: options.url,
    caFile: options.caFile,
    password: secrets.cloudPassword(),
    filters: HEARD.map(leaf => everyLock(leaf)),
    log,
    prepare: () => forgetHeld(db),
    onUp: () => {
      time.begin()
      publisher.wake()
    },
    receive: said => receive({ db, secrets, log, publish: link.publish }, said),
  })
  stack.use(link)
  const time = stack.use(startTownTime({ clock, link, sites: () => findSites(db), log }))
  const publisher = stack.use(
    startPublisher({ database, link, log, greet: time.greet, credentialHash: secrets.credentialHash }),
  )
  return {
    isUp: link.isUp,
    isBusy: async () => link.isUp() && (time.isTelling() || (await isSendingFresh(db, SENDS_WAITED_FOR))),
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  }
}
