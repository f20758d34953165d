import type { Bus } from '@asaichi/bus/bus.ts'
import type { Log } from '@asaichi/service/log.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import type { Desks } from './desk/desks.ts'
import type { PoolSeeds } from './pool-seeds.ts'
import type { ListingIndex } from './store/copies.ts'
import type { Tables } from './store/schema.ts'

export type Context = {
  readonly db: Kysely<Tables>
  readonly bus: Bus<Tables>
  readonly log: Log
  readonly listings: ListingIndex
  readonly desks: Desks
  readonly seeds: PoolSeeds
}
