import type { LocalDate } from '@asaichi/calendar/local-date.ts'
import { tell } from '@asaichi/town/journey/tell.ts'
import { type Browsing, openBrowser } from '../browser.ts'
import { calendarPath, FIRST_VISITS } from '../first-visits.ts'
import { lend, openLane } from '../states/lane.ts'
import { allScreenStates } from '../states/lists.ts'
import { STAFF, type StatesBed, startStatesBed } from '../states/states-bed.ts'

/** How one part of the town fared on a date: how much of it was played, and what went wrong. */
export type Part = {
  readonly name: 'screens' | 'visits' | 'journey'
  readonly played: string
  readonly failures: readonly string[]
}

const LANES = 2

/** A town of its own that begins on the date's morning. The journey comes last, for it moves the clock by weeks. */
export async function playDate(date: LocalDate): Promise<readonly Part[]> {
  await using bed = await startStatesBed(date)
  await using browsing = await openBrowser(bed.town.url)
  return [await screens(bed, browsing), await visits(bed, browsing), await journey(bed)]
}

/** Every state that a screen can have is reached. */
async function screens(bed: StatesBed, browsing: Browsing): Promise<Part> {
  await using stack = new AsyncDisposableStack()
  const inLane = lend(Array.from({ length: LANES }, () => stack.use(openLane(bed, browsing))))
  const states = await allScreenStates()
  const walks = states.map(state =>
    inLane(async lane => {
      await using shown = await lane.show(state, 'ja')
      return shown.newTrouble().map(trouble => `${state.name}: ${trouble}`)
    }),
  )
  const failures = (await Promise.all(walks.map(walk => walk.catch(because)))).flat()
  return { name: 'screens', played: `${states.length} states`, failures }
}

/** What the budgets measure is there to be measured: each area's first visit, the desk, and a day to press in the calendar. */
async function visits(bed: StatesBed, browsing: Browsing): Promise<Part> {
  const staff = await bed.town.session(STAFF)
  const wanted = [
    ...FIRST_VISITS.map(([area, path]) => ({ area, path: path(bed), seen: 'h1' })),
    { area: 'staff', path: '/staff', seen: 'h1', cookie: staff },
    { area: 'calendar', path: calendarPath(bed), seen: '.calendar__table button' },
  ]
  const failures: string[] = []
  for (const { area, path, seen, ...person } of wanted) {
    const visited = async () => {
      await using visit = await browsing.visit(person)
      await visit.page.goto(path)
      await visit.page.locator(seen).first().waitFor()
      await visit.page.waitForLoadState('networkidle')
    }
    await visited().catch(error => failures.push(...because(error).map(words => `${area}: ${words}`)))
  }
  return { name: 'visits', played: `${wanted.length} visits`, failures }
}

async function journey({ town }: StatesBed): Promise<Part> {
  const lines: string[] = []
  const { steps, failed } = await tell(town.urls, line => lines.push(line))
  return { name: 'journey', played: `${steps} steps`, failures: failed === undefined ? [] : lines }
}

function because(error: unknown): readonly string[] {
  return [error instanceof Error ? error.message : String(error)]
}
