import type { Fact } from '@asaichi/bus/apply-event.ts'
import type { ActName } from '@asaichi/contract/identity/profile.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import { recordTold } from '../store/audit.ts'
import type { Tables } from '../store/schema.ts'

type Told = { readonly personId: string; readonly cityId: string; readonly staffId?: string | undefined }
type Booking = Told & { readonly reservationId: string }
type Entry = Told & { readonly entryId: string }
type Codes = {
  readonly reservationId: string
  readonly personId: string
  readonly by?: { readonly cityId: string; readonly staffId: string } | undefined
}

/** V4: what staff did to a person's booking stands among the acts on that person; what the person or the system did does not. */
export async function keepBookingAct(
  tx: Transaction<Tables>,
  { id, at, data }: Fact<Booking>,
  act: ActName,
): Promise<void> {
  const { staffId, personId, cityId, reservationId } = data
  if (staffId === undefined) return
  await recordTold(tx, { factId: id, at, act, staffId, cityId, subjectId: personId, aboutId: reservationId })
}

/** The same of a lottery entry that staff made for a caller. */
export async function keepEntryAct(tx: Transaction<Tables>, { id, at, data }: Fact<Entry>): Promise<void> {
  const { staffId, personId, cityId, entryId } = data
  if (staffId === undefined) return
  await recordTold(tx, {
    factId: id,
    at,
    act: 'enter-for',
    staffId,
    cityId,
    subjectId: personId,
    aboutId: entryId,
  })
}

/** The same of door codes drawn anew (T12). */
export async function keepCodesAct(tx: Transaction<Tables>, { id, at, data }: Fact<Codes>): Promise<void> {
  const { by, personId, reservationId } = data
  if (!by) return
  await recordTold(tx, {
    factId: id,
    at,
    act: 'reissue-codes',
    ...by,
    subjectId: personId,
    aboutId: reservationId,
  })
}
