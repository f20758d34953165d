import type { reviseVenue as request } from '@asaichi/contract/catalog/settings.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { fieldChanges } from '../domain/field-changes.ts'
import { mayWrite } from '../domain/writer.ts'
import type { Tables } from '../store/schema.ts'
import { findVersion, lockVenueWriting } from '../store/venues.ts'
import { putVenueIn } from './put-venue.ts'

type Asked = z.output<typeof request.input>
type Revised = OutcomeOf<typeof request>

/** As for a city. A dry run does the same and takes it back, so that it finds what is wrong, too. */
export async function reviseVenue({ db }: Context, asked: Asked): Promise<Revised> {
  if (!mayWrite(asked.actor, asked.venue.cityId)) return refuse('not-found')
  const tx = await db.startTransaction().execute()
  try {
    const revised = await reviseIn(tx, asked)
    await (revised.ok && !asked.dryRun ? tx.commit() : tx.rollback()).execute()
    return revised
  } catch (error) {
    if (!tx.isCommitted && !tx.isRolledBack) await tx.rollback().execute()
    throw error
  }
}

async function reviseIn(tx: Transaction<Tables>, { actor, venue, expectedVersion }: Asked): Promise<Revised> {
  await lockVenueWriting(tx)
  const now = await findVersion(tx, venue)
  if ((now?.version ?? null) !== expectedVersion)
    return now ? refuse('version-changed', { version: now.version }) : refuse('not-found')
  const put = await putVenueIn(tx, venue, actor.personId)
  if (!put.ok) return put
  return done({ version: put.value.version, changes: fieldChanges(now?.venue, venue) })
}
