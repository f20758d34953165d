import { localDateOf } from '@asaichi/calendar/instant.ts'
import { addDays } from '@asaichi/calendar/local-date.ts'
import { cityFileText } from '@asaichi/city/file/city-file-text.ts'
import { exportCity } from '@asaichi/city/file/export.ts'
import { importAll } from '@asaichi/city/people/import-file.ts'
import { readPeople } from '@asaichi/city/people/read-people.ts'
import { membersCsv } from '@asaichi/town/journey/members-csv.ts'
import { DESK, type Visit } from '../browser.ts'
import { cityBorn, teamKnown } from './birth.ts'
import { appliedFor, approved, permissionApproved, RESIDENT, registered, won } from './resident.ts'
import { cityRuled, closureOver, type Hall, hallMade, secondEditorTold } from './settings.ts'
import { type Account, loggedIn, type Stage } from './stage.ts'

const CITY = 'asahi'
/** M17: the last day that entries are taken for such a use date; its draw is the next morning. */
const LAST_LOTTERY_DAY = 29
const SOON = 12

export type Size = { readonly halls: readonly Hall[]; readonly members: number }
type Say = (line: string) => void

/**
 * An administrator through a browser alone: from an empty database to a city whose residents book. The operator at the machine
 * does two things more, a link for the first of them and the list of members. Answers the city as a file.
 */
export async function playNewCity(stage: Stage, { halls, members }: Size, say: Say): Promise<string> {
  const { town } = stage
  const today = localDateOf(await town.now())
  const drawn = addDays(today, LAST_LOTTERY_DAY)
  const { admin, staff } = await cityBorn(stage)
  say(`city ${CITY}, its admin and one of the staff`)
  await using atAdmin = await stage.browsing.visit({ viewport: DESK })
  await enter(stage, atAdmin, admin)
  const seat = { ...stage, page: atAdmin.page }
  await teamKnown(seat)
  say(await cityRuled(seat, drawn))
  for (const hall of halls) {
    await hallMade(seat, hall)
    say(`venue ${hall.id}: ${(await listingsOf(stage, hall.id)).join(', ')}`)
  }
  const [first] = halls
  if (!first) throw new Error('A city needs a hall')
  await using beside = await stage.browsing.visit({ viewport: DESK })
  await enter(stage, beside, admin)
  await secondEditorTold(seat, { ...stage, page: beside.page }, first.id)
  if (members > 0) say(`${await imported(stage, members)} members brought in`)
  await residentLives({ ...stage, staff: () => sessionOf(stage, staff) }, { hall: first, today, drawn, say })
  // A session of the day before is over.
  await enter(stage, atAdmin, admin)
  await closureOver(seat, { hall: first.id, date: addDays(drawn, 100), bookings: 0 })
  await closureOver(seat, { hall: first.id, date: drawn, bookings: 1 })
  return cityFileText(await exportCity(town.call, CITY))
}

type Life = { readonly hall: Hall; readonly today: string; readonly drawn: string; readonly say: Say }

async function residentLives(
  stage: Stage & { readonly staff: () => Promise<string> },
  { hall, today, drawn, say }: Life,
): Promise<void> {
  const [listing = ''] = await listingsOf(stage, hall.id)
  await using atHome = await stage.browsing.visit()
  const resident = { ...stage, page: atHome.page }
  await registered(resident, CITY)
  await permissionApproved(stage, RESIDENT.name)
  const soon = { listing, date: addDays(today, SOON), from: '10:30', to: '12:00' }
  say(`receipt ${await appliedFor(resident, soon, 'first-come')} for a room of today’s making`)
  const entryId = await appliedFor(resident, { ...soon, date: drawn }, 'lottery')
  say(`entry ${entryId} for ${drawn}`)
  await stage.town.hold(new Date(`${addDays(today, 1)}T07:05:00.000+09:00`).toISOString())
  await resident.page.goto('/')
  say(`reservation ${await won(resident, entryId)} won`)
  await approved(stage, drawn)
  say('approved, and the mail with its number has arrived')
}

async function enter(stage: Stage, { page }: Visit, account: Account): Promise<void> {
  await page.goto(`/login?city=${CITY}`)
  await loggedIn({ ...stage, page }, account)
  await page.waitForURL(url => !url.pathname.startsWith('/login'))
}

async function sessionOf(stage: Stage, account: Account): Promise<string> {
  await using visit = await stage.browsing.visit()
  await enter(stage, visit, account)
  const [cookie] = await visit.context.cookies()
  return `${cookie?.name}=${cookie?.value}`
}

async function listingsOf({ town }: Stage, venueId: string): Promise<readonly string[]> {
  const { venues } = await exportCity(town.call, CITY)
  const spaces = venues.find(venue => venue.venueId === venueId)?.spaces ?? []
  return spaces.flatMap(({ listings }) => listings.map(({ listingId }) => listingId))
}

async function imported({ town }: Stage, count: number): Promise<number> {
  const read = readPeople(membersCsv(count))
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  const done = await importAll(town.call, read.people, { cityId: CITY, dryRun: false })
  return done.imported
}
