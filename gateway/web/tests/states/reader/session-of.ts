import type { Role, ScreenState } from '../state.ts'
import { ADMIN, RESIDENT, STAFF, type StatesBed } from '../states-bed.ts'

const MAIL = { resident: RESIDENT, staff: STAFF, admin: ADMIN } as const satisfies Record<
  Exclude<Role, 'anyone'>,
  string
>

/** The session of whom a state is seen by; nothing for somebody not logged in. */
export async function sessionOf(bed: StatesBed, { as }: ScreenState): Promise<string | undefined> {
  if (as === 'anyone') return undefined
  if (typeof as === 'function') return await as(bed)
  return await bed.town.session(MAIL[as])
}
