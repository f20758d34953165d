import { emit } from '@asaichi/bus/emit.ts'
import { putVenue as request, type Venue, venueChanged } from '@asaichi/contract/catalog/venue.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { claimedIds, refusalOfShape } from '../domain/venue-shape.ts'
import { byOf, mayWrite } from '../domain/writer.ts'
import { recordChange } from '../store/changes.ts'
import { findCity } from '../store/cities.ts'
import type { Tables } from '../store/schema.ts'
import { claimedElsewhere, findVenue, lockVenueWriting, replaceClaims, upsertVenue } from '../store/venues.ts'

type Put = OutcomeOf<typeof request>
type Refused = Extract<Put, { ok: false }>

/** Puts a venue whole; the same document again changes nothing and tells nothing. */
export async function putVenue(
  { db }: Context,
  { actor, venue }: z.output<typeof request.input>,
): Promise<Put> {
  if (!mayWrite(actor, venue.cityId)) return refuse('not-allowed')
  return db.transaction().execute(async tx => {
    await lockVenueWriting(tx)
    const put = await putVenueIn(tx, venue, byOf(actor))
    return put.ok ? done({ version: put.value.version }) : put
  })
}

/** The same in a transaction that has locked the writing of venues. Nothing is written where it is refused. */
export async function putVenueIn(
  tx: Transaction<Tables>,
  venue: Venue,
  by: string | null,
): Promise<Refused | { readonly ok: true; readonly value: Written }> {
  return refusalOfShape(venue) ?? (await refusalAmongOthers(tx, venue)) ?? done(await write(tx, venue, by))
}

type Written = { readonly version: number; readonly changed: boolean }

async function refusalAmongOthers(tx: Transaction<Tables>, venue: Venue) {
  if (!(await findCity(tx, venue.cityId))) return refuse('unknown-city')
  const known = await findVenue(tx, venue.venueId)
  if (known && known.cityId !== venue.cityId) return refuse('id-taken', { kind: 'venue', id: venue.venueId })
  const taken = await claimedElsewhere(tx, venue.venueId, claimedIds(venue))
  return taken && refuse('id-taken', taken)
}

async function write(tx: Transaction<Tables>, venue: Venue, by: string | null): Promise<Written> {
  const { cityId, venueId: id } = venue
  const before = await findVenue(tx, id)
  const { version, changed } = await upsertVenue(tx, venue)
  if (changed) {
    await recordChange(tx, { cityId, kind: 'venue', id, version, by, before, after: venue })
    await replaceClaims(tx, venue.venueId, claimedIds(venue))
    await emit(tx, venueChanged, { aggregateId: venue.venueId, version, data: { venue, version } })
  }
  return { version, changed }
}
