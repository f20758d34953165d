import { instantAt } from '@asaichi/calendar/instant.ts'
import { addDays } from '@asaichi/calendar/local-date.ts'
import type { Page, Route } from 'playwright-core'
import { z } from 'zod'
import { nameOf, ROOM } from '../booking-steps.ts'
import { bookableDay } from '../days.ts'
import { VENUE } from '../staff-steps.ts'
import { button, EVENT, waiting } from './staff.ts'
import type { ScreenState } from './state.ts'
import { RESIDENT, type StatesBed } from './states-bed.ts'

const as = 'resident'
const RULES = {
  lateCancel: { withinDays: 30, points: 1 },
  noShow: 2,
  bannedAt: 3,
  countedDays: 180,
  banDays: 30,
}

/** G8: what a city that gives points shows; the towns of the demo give none, and a ban takes days to come about. */
export const withPointsStates: readonly ScreenState[] = [
  {
    screen: 'R15',
    name: 'R15 my page, banned for points',
    as,
    path: () => '/my',
    reach: async (page, bed, text) => {
      await withPoints(page, bed)
      await worded(page, text('points.banned-title'))
    },
    step: 'filled',
  },
  {
    screen: 'R11',
    name: 'R11 my account, points and a ban',
    as,
    path: () => '/account',
    reach: async (page, bed, text) => {
      await withPoints(page, bed)
      await worded(page, text('points.ask'))
    },
    step: 'filled',
  },
  {
    screen: 'R16',
    name: 'R16 reservation whose cancel gives points',
    as,
    path: async bed => `/reservations/${await waiting(bed)}`,
    reach: async (page, bed, text) => {
      await withPoints(page, bed)
      await worded(page, text('points.cancel-gives', { points: 1 }))
    },
    step: 'filled',
  },
  {
    screen: 'R17',
    name: 'R17 cancelling what gives points',
    as,
    path: async bed => `/reservations/${await waiting(bed)}/cancel`,
    reach: async (page, bed, text) => {
      await withPoints(page, bed)
      await worded(page, text('points.cancel-gives', { points: 1 }))
    },
    step: 'filled',
  },
  {
    screen: 'T4',
    name: 'T4 a day, nobody came',
    as: 'staff',
    path: dayOfBooking,
    reach: async (page, bed, text) => {
      await over(page)
      await withPoints(page, bed)
      await page.getByRole('button', { name: EVENT }).first().click()
      await button(page, text('point-desk.mark')).click()
      await worded(page, text('point-desk.mark-sure', { points: 2 }))
    },
    step: 'filled',
  },
  {
    screen: 'T9',
    name: 'T9 one person, points to be waived',
    as: 'staff',
    path: async bed => `/staff/people/${await personId(bed)}`,
    reach: async (page, bed, text) => {
      await withPoints(page, bed)
      await button(page, text('point-desk.waive')).first().click()
      await button(page, text('point-desk.waive-do')).click()
      await page.getByRole('alert').waitFor()
    },
    step: 'error',
  },
]

/** The city of the page gives points, and its reader has some. */
async function withPoints(page: Page, { today, ...bed }: StatesBed): Promise<void> {
  const reservationId = await waiting({ today, ...bed })
  const at = instantAt(addDays(today, -3), '17:05')
  const point = { reservationId, waivedAt: null, waivedBecause: null, at, points: 1, cause: 'late-cancel' }
  const place = {
    listingId: ROOM,
    venueName: '井の頭東部地区公会堂',
    spaceName: '1階洋室',
    from: '09:00',
    to: '11:00',
  }
  const items = [
    { ...point, ...place, pointId: newId(1), points: 2, cause: 'no-show', date: addDays(today, -3) },
    { ...point, ...place, pointId: newId(2), date: addDays(today, -20) },
    {
      ...point,
      ...place,
      pointId: newId(3),
      date: addDays(today, -40),
      waivedAt: at,
      waivedBecause: '大雨で電車が止まっていたため',
    },
  ]
  const bannedUntil = instantAt(addDays(today, 27), '24:00')
  const standing = { rules: RULES, counted: 3, bannedUntil, items }
  await page.route(
    '**/api/cities',
    changed(Cities, ({ items: cities }) => ({ items: cities.map(giving) })),
  )
  await page.route('**/api/me/points', route => route.fulfill({ json: standing }))
  await page.route('**/api/staff/people/*/points', route => route.fulfill({ json: standing }))
  await page.route(
    '**/api/reservations/*',
    changed(z.looseObject({}), booking => ({ ...booking, points: [], cancelPoints: 1 })),
  )
  await page.reload()
}

export const Cities = z.object({ items: z.array(z.looseObject({ policy: z.looseObject({}) })) })

function giving(city: z.output<typeof Cities>['items'][number]) {
  return { ...city, policy: { ...city.policy, points: RULES } }
}

/** T4: the list of the day with a booking on it. */
export async function dayOfBooking(bed: StatesBed): Promise<string> {
  await waiting(bed)
  return `/staff/timeline?venue=${VENUE}&date=${bookableDay(bed.today)}&view=list`
}

/** The bookings of the day as they are once it is over. */
export async function over(page: Page): Promise<void> {
  const Day = z.looseObject({
    occupancies: z.array(z.looseObject({ reservation: z.looseObject({}).nullable() })),
  })
  await page.route(
    '**/api/staff/venues/*/days/*',
    changed(Day, day => ({
      ...day,
      occupancies: day.occupancies.map(each => ({
        ...each,
        reservation: each.reservation && { ...each.reservation, status: 'used' },
      })),
    })),
  )
}

export function changed<T extends z.ZodType>(schema: T, change: (answer: z.output<T>) => object) {
  return async (route: Route) => {
    if (route.request().method() !== 'GET') return route.continue()
    const response = await route.fetch()
    await route.fulfill({ json: change(schema.parse(await response.json())) })
  }
}

function personId(bed: StatesBed): Promise<string> {
  return bed.once('points: a person', async () => {
    const answer = await bed.town.visitor(RESIDENT).get(`/api/reservations/${await waiting(bed)}`)
    return z.object({ personId: z.string() }).parse(answer.body).personId
  })
}

function newId(nr: number): string {
  return `01930000-0000-7000-8000-0000000000d${nr}`
}

async function worded(page: Page, words: string): Promise<void> {
  await page.getByText(nameOf(words)).first().waitFor()
}
