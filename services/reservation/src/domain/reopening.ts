import { addMs, nextTimeOfDay } from '@asaichi/calendar/instant.ts'
import type { CityPolicy } from '@asaichi/contract/catalog/city.ts'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

/**
 * G4: when a freed slot may be booked again. At the next opening time; close to the use at a random moment of the next hour
 * (`chance` in [0, 1)), so that whoever cancels cannot tell an accomplice when to press.
 */
export function reopensAt(
  policy: CityPolicy,
  slot: { readonly startsAt: string; readonly freedAt: string; readonly chance: number },
): string {
  const { reopening, windows } = policy
  if (reopening.kind === 'at-once') return slot.freedAt
  const soon = addMs(slot.freedAt, reopening.soonDays * DAY_MS) >= slot.startsAt
  return soon
    ? addMs(slot.freedAt, Math.floor(slot.chance * HOUR_MS))
    : nextTimeOfDay(slot.freedAt, windows.firstCome.opensTime)
}
