// How one would write it first: every press one INSERT, and losers learn it from the exclusion constraint's error.
// node naive.ts <port>; DATABASE_URL names a database with the schema `naive`.
import type { Application } from '@asaichi/contract/reservation/reservation.ts'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { type Insertable, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'

type Tables = {
  readonly naive_occupancies: {
    readonly occupancy_id: string
    readonly space_id: string
    readonly venue_id: string
    readonly during: string
    readonly kind: string
    readonly since: Date
  }
}

const POOL = 16
const TAKEN = '23P01'

const pool = new pg.Pool({
  connectionString: process.env['DATABASE_URL'],
  max: POOL,
  options: '-c search_path=naive,public',
})
const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
const app = new Hono()

app.post('/api/reservations', async request => {
  const application = await request.req.json<Application>()
  const row = rowOf(application)
  try {
    await db.insertInto('naive_occupancies').values(row).execute()
    return request.json({ reservationId: row.occupancy_id }, 201)
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === TAKEN) return request.json({ code: 'taken' }, 409)
    throw error
  }
})
app.onError((_, request) => request.json({ code: 'fault' }, 500))

serve({ fetch: app.fetch, port: Number(process.argv[2]), hostname: '127.0.0.1' }, () => console.log('ready'))

function rowOf({ listingId, date, from, to }: Application): Insertable<Tables['naive_occupancies']> {
  const span = `[${date}T${from}+09:00,${date}T${to}+09:00)`
  return {
    occupancy_id: crypto.randomUUID(),
    space_id: listingId,
    venue_id: listingId.replace(/-room-.*/, ''),
    during: span,
    kind: 'reservation',
    since: new Date(),
  }
}
