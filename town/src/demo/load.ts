import type { Call } from '@asaichi/bus/call.ts'
import { localDateOf } from '@asaichi/calendar/instant.ts'
import { applyCity } from '@asaichi/contract/catalog/city-file.ts'
import { publishNotice } from '@asaichi/contract/catalog/staff.ts'
import { importPerson } from '@asaichi/contract/identity/account.ts'
import { getTownClock } from '@asaichi/contract/town/town.ts'
import { mitakaFile, mitakaNotices } from './mitaka.ts'
import { type DemoPerson, demoPeople } from './people.ts'
import { sapporoFile } from './sapporo.ts'
import { sapporoNotices } from './sapporo-notices.ts'
import { withYearEnds } from './year-end.ts'

/** Who can log in to the demo; `login` is the mail or the 7-digit number, as the city wants it (S3). */
export type DemoAccount = {
  readonly label: string
  readonly city: string
  readonly login: string
  readonly password: string
  readonly role: DemoPerson['role']
}

const CITIES = [mitakaFile, sapporoFile]
const NOTICES = [...mitakaNotices, ...sapporoNotices]
// A password is hashed slowly on purpose, and at the first start the machine is busy.
const DEADLINE_MS = 15_000

const LABELS = { resident: '住民', staff: '職員', admin: '管理者' } as const satisfies Record<
  DemoPerson['role'],
  string
>

export const demoAccounts: readonly DemoAccount[] = demoPeople.map(accountOf)

/** Brings the demo in through the services' own doors, as it is on the town's day; again and again without harm. */
export async function loadDemo({ call }: { readonly call: Call }): Promise<void> {
  const actor = 'system'
  const options = { deadlineMs: DEADLINE_MS }
  const today = localDateOf(await townNow(call))
  for (const { city, venues } of CITIES) {
    const open = venues.map(venue => withYearEnds(venue, today))
    taken(await call(applyCity, { city, venues: open, dryRun: false }, options))
  }
  for (const notice of NOTICES) taken(await call(publishNotice, { actor, ...notice }, options))
  for (const person of demoPeople) taken(await call(importPerson, person, options), 'already-known')
}

async function townNow(call: Call): Promise<string> {
  const told = await call(getTownClock, {}, { deadlineMs: DEADLINE_MS })
  if (!told.ok) throw new Error('The town does not tell the time')
  return told.value.now
}

/** A demo that its own services refuse is a bug of the demo, so it is a fault. */
function taken(
  outcome: { readonly ok: true } | { readonly ok: false; readonly refusal: { readonly code: string } },
  harmless?: string,
): void {
  if (!outcome.ok && outcome.refusal.code !== harmless)
    throw new Error(`The demo data was refused: ${outcome.refusal.code}`)
}

function accountOf({ name, group, cityId, mail, memberNumber, password, role }: DemoPerson): DemoAccount {
  const city = CITIES.find(each => each.city.cityId === cityId)?.city
  const byNumber = city?.policy.loginKinds.includes('member-number') ?? false
  return {
    label: `${city?.name ?? cityId} ${LABELS[role]} ${group?.name ?? name}`,
    city: cityId,
    login: byNumber ? memberNumber : mail,
    password,
    role,
  }
}
