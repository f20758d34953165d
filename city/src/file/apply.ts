import type { Call } from '@asaichi/bus/call.ts'
import { applyCity, type CityFile } from '@asaichi/contract/catalog/city-file.ts'
import type { OutcomeOf } from '@asaichi/contract/define.ts'
import { weighVenue } from '@asaichi/contract/reservation/weigh-venue.ts'
import { Missing } from '../init/missing.ts'

export type Saying = { readonly say: (line: string) => void }
type Applied = Extract<OutcomeOf<typeof applyCity>, { ok: true }>['value']

const DEADLINE_MS = 30_000

/**
 * Puts the city as the file has it, or with `dryRun` tells what would change. Bookings that it would leave outside of hours or
 * rooms are told each time, before anything is put; they are nobody's to move or cancel but the staff's.
 */
export async function apply(
  call: Call,
  file: CityFile,
  { dryRun, say }: Saying & { readonly dryRun: boolean },
): Promise<Applied> {
  const planned = await put(call, file, true)
  await tellBookings(call, file, { planned, say })
  const applied = dryRun ? planned : await put(call, file, false)
  for (const { kind, id, change } of applied.changes)
    if (change !== 'same') say(`${change.padEnd(8)}${kind} ${id}`)
  for (const venueId of applied.notInFile)
    say(`left as it is: venue ${venueId}, which the file does not name`)
  const count = applied.changes.filter(({ change }) => change !== 'same').length
  if (count === 0) say('Nothing changes: the town has the city as the file has it.')
  else say(dryRun ? `${count} would change; nothing was put.` : `${count} changed.`)
  return applied
}

async function put(call: Call, file: CityFile, dryRun: boolean): Promise<Applied> {
  const outcome = await call(applyCity, { ...file, dryRun }, { deadlineMs: DEADLINE_MS })
  if (outcome.ok) return outcome.value
  const { venueId, code, id } = outcome.refusal.detail
  throw new Missing(`Nothing was put: venue ${venueId} is refused, ${code}${id === null ? '' : ` (${id})`}.`)
}

async function tellBookings(
  call: Call,
  { city, venues }: CityFile,
  { planned, say }: Saying & { readonly planned: Applied },
): Promise<void> {
  const changed = new Set(planned.changes.filter(({ change }) => change === 'changed').map(({ id }) => id))
  for (const venue of venues.filter(({ venueId }) => changed.has(venueId))) {
    const weighed = await call(
      weighVenue,
      { venue: { ...venue, cityId: city.cityId } },
      { deadlineMs: DEADLINE_MS },
    )
    if (!weighed.ok || weighed.value.bookings === 0) continue
    const { bookings, first } = weighed.value
    say(`${venue.name}: ${bookings} bookings ahead would lie outside`)
    for (const { date, from, to, spaceName, number, reservationId, why } of first)
      say(`  ${date} ${from}–${to} ${spaceName} ${number ?? reservationId} ${why}`)
  }
}
