import type { Bus } from '@asaichi/bus/bus.ts'
import type { BeaconChain } from '@asaichi/contract/lottery/draw-bundle.ts'
import type { Log } from '@asaichi/service/log.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import type { AskBeacon } from './beacon-client.ts'
import type { Tables } from './store/schema.ts'
import type { Vault } from './vault.ts'

/** Where a draw can be killed by a test, in the order in which it comes there. */
export type Failpoint = 'freeze' | 'chance' | 'rank' | 'allocate' | 'store' | 'publish'
export type AtFailpoint = (name: Failpoint) => Promise<void> | void

/** What a draw needs besides the database. */
export type Draws = {
  readonly chain: BeaconChain
  readonly askBeacon: AskBeacon
  readonly vault: Vault
  readonly log: Log
  /** Does nothing outside tests. */
  readonly failpoint: AtFailpoint
}

export type Context = { readonly db: Kysely<Tables>; readonly bus: Bus<Tables> }
