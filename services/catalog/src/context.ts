import type { Bus } from '@asaichi/bus/bus.ts'
import type { Log } from '@asaichi/service/log.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import type { ReadyCalendars } from './ready-calendars.ts'
import type { ReadyRooms } from './ready-rooms.ts'
import type { Tables } from './store/schema.ts'

export type Context = {
  readonly db: Kysely<Tables>
  readonly bus: Bus<Tables>
  readonly log: Log
  readonly calendars: ReadyCalendars
  readonly rooms: ReadyRooms
}
