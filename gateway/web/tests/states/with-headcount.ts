import { instantAt } from '@asaichi/calendar/instant.ts'
import { addDays } from '@asaichi/calendar/local-date.ts'
import { sampleReservation } from '@asaichi/testkit/sample-reservation.ts'
import type { Page } from 'playwright-core'
import { z } from 'zod'
import { nameOf } from '../booking-steps.ts'
import { labelOf, VENUE } from '../staff-steps.ts'
import { button, EVENT, waiting } from './staff.ts'
import type { ScreenState } from './state.ts'
import type { StatesBed } from './states-bed.ts'
import { Cities, changed, dayOfBooking, over } from './with-points.ts'

const as = 'resident'
const KINDS = [
  { kindId: 'adult', name: '大人', translations: { 'ja-easy': { name: '大人' }, en: { name: 'Adults' } } },
  { kindId: 'child', name: '子ども', translations: { en: { name: 'Children' } } },
  { kindId: 'senior', name: '高齢者（65歳以上）', translations: { en: { name: 'Seniors (65 and over)' } } },
]
const COUNTS = [18, 0, 7]

/** G15: what a city that asks how many came shows; the towns of the demo do not ask, and a use takes days to be over. */
export const withHeadcountStates: readonly ScreenState[] = [
  {
    screen: 'R15',
    name: 'R15 my page, a use that waits for its number of people',
    as,
    path: () => '/my',
    reach: async (page, bed, text) => {
      await asking(page, bed, false)
      await page.getByText(nameOf(text('headcount.wanted'))).waitFor()
    },
    step: 'filled',
  },
  {
    screen: 'R16',
    name: 'R16 reservation that is over, people not written',
    as,
    path: async bed => `/reservations/${await waiting(bed)}`,
    reach: async (page, bed, text) => {
      await asking(page, bed, false)
      await button(page, text('headcount.save')).click()
      await page.getByRole('alert').waitFor()
    },
    step: 'error',
  },
  {
    screen: 'R16',
    name: 'R16 reservation that is over, people written',
    as,
    path: async bed => `/reservations/${await waiting(bed)}`,
    reach: async (page, bed, text) => {
      await asking(page, bed, true)
      await button(page, text('headcount.correct')).waitFor()
    },
    step: 'filled',
  },
  {
    screen: 'T4',
    name: 'T4 a day, how many came',
    as: 'staff',
    path: dayOfBooking,
    reach: async (page, bed, text) => {
      await over(page)
      await asking(page, bed, true)
      await page.getByRole('button', { name: EVENT }).first().click()
      await button(page, text('headcount.correct')).click()
      await button(page, text('headcount.save')).waitFor()
    },
    step: 'filled',
  },
  {
    screen: 'T7',
    name: 'T7 the rules of booking, how many came',
    as: 'admin',
    path: () => '/admin/city/rules',
    reach: async (page, _, text) => {
      await page.getByRole('radio', { name: nameOf(text('admin.set-headcount-on')) }).check()
      await button(page, text('admin.set-headcount-kind-add')).click()
      await page.getByLabel(labelOf(text, 'admin.set-headcount-name')).last().fill('子ども')
    },
    step: 'filled',
  },
  {
    screen: 'T11',
    name: 'T11 how many came, by venue and month',
    as: 'staff',
    path: () => '/staff/report',
    reach: async (page, { today }, text) => {
      const kinds = KINDS.map(({ kindId }, index) => ({ kindId, people: COUNTS[index] }))
      const venue = {
        venueId: VENUE,
        venueName: '井の頭東部地区公会堂',
        month: today.slice(0, 7),
        bookings: 41,
        written: 38,
        people: 25,
        kinds,
      }
      const headcounts = { kinds: KINDS, venues: [venue] }
      await page.route(
        '**/api/staff/use-report?*',
        changed(z.looseObject({}), report => ({ ...report, headcounts })),
      )
      await page.reload()
      await page.getByRole('table', { name: text('report.by-venue') }).waitFor()
    },
    step: 'filled',
  },
]

/** The city of the page asks, and the bookings of its reader are over. */
async function asking(page: Page, { today }: StatesBed, isWritten: boolean): Promise<void> {
  await page.route(
    '**/api/cities',
    changed(Cities, ({ items }) => ({
      items: items.map(city => ({
        ...city,
        policy: { ...city.policy, headcount: { kinds: KINDS, days: 14 } },
      })),
    })),
  )
  const written = {
    kinds: KINDS.map((kind, index) => ({ ...kind, people: COUNTS[index] })),
    writtenAt: instantAt(today, '17:05'),
    by: 'resident',
  }
  const isOver = (booking: object) => ({
    ...booking,
    status: 'used',
    date: addDays(today, -1),
    headcountAsked: { kinds: KINDS, until: instantAt(addDays(today, 13), '24:00') },
    ...(isWritten && { headcount: written }),
  })
  await page.route('**/api/reservations/*', changed(z.looseObject({}), isOver))
  await page.route(
    '**/api/reservations?status=used*',
    changed(z.looseObject({}), list => ({ ...list, items: [isOver(sampleReservation())] })),
  )
  await page.reload()
}
