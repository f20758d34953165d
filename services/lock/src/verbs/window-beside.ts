import type { Transaction } from '@asaichi/store/database.ts'
import { type AccessWindow, accessWindow, cutAt, type DoorMinutes } from '../domain/access-window.ts'
import { type SpaceParts, spacesMeeting } from '../domain/door-choice.ts'
import { narrowCodes } from '../store/codes.ts'
import { type Booking, findNeighbours } from '../store/grants.ts'
import type { Tables } from '../store/schema.ts'

type Beside = {
  readonly window: AccessWindow
  /** Locks on which a neighbour's codes now end sooner, or begin later. */
  readonly touched: ReadonlySet<string>
}

/**
 * G9: a booking's window, cut where the room is a neighbour's, and the neighbours' windows cut where it is theirs no more. What was
 * cut stays so when the neighbour cancels. The locks of the venue are held, so that of two drawn at once the second sees the first.
 */
export async function windowBeside(
  tx: Transaction<Tables>,
  grant: Booking,
  { doorMinutes, parts }: { readonly doorMinutes: DoorMinutes; readonly parts: SpaceParts },
): Promise<Beside> {
  const whole = accessWindow(grant, doorMinutes)
  if (doorMinutes.before === 0 && doorMinutes.after === 0) return { window: whole, touched: new Set() }
  // Twice as wide, for the neighbour's margin reaches as far as ours.
  const reach = accessWindow({ startsAt: whole.from, endsAt: whole.to }, wider(doorMinutes))
  const spaceIds = spacesMeeting(grant.spaceId, parts)
  const neighbours = await findNeighbours(tx, grant, { spaceIds, ...reach })
  const touched = new Set<string>()
  for (const neighbour of neighbours)
    for (const lockId of await narrowCodes(tx, neighbour.reservationId, window =>
      cutAt(window, { booked: neighbour, neighbour: grant, margin: doorMinutes }),
    ))
      touched.add(lockId)
  return { window: accessWindow(grant, doorMinutes, neighbours), touched }
}

function wider({ before, after }: DoorMinutes): DoorMinutes {
  return { before: after, after: before }
}
