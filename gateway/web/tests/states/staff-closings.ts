import { addDays } from '@asaichi/calendar/local-date.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import type { Page } from 'playwright-core'
import { nameOf } from '../booking-steps.ts'
import { bookableDay } from '../days.ts'
import { applied, approved, labelOf, VENUE } from '../staff-steps.ts'
import type { Reading } from './reading.ts'
import { button, EVENT, waiting } from './staff.ts'
import type { ScreenState } from './state.ts'
import { RESIDENT, STAFF, type StatesBed } from './states-bed.ts'

const as = 'staff'
const SIGNING = '手話の会'
const emergencyPath = () => '/staff/locks/emergency'

/** T4, T12: a closure over bookings, a booking with its key, and a door's codes and numbers for an emergency (V13). */
export const staffClosingsStates: readonly ScreenState[] = [
  {
    screen: 'T4',
    name: 'T4 a closure of many days',
    as,
    path: () => '/staff/closings',
    reach: async (page, _, text) => button(page, text('staff.closings-look')).waitFor(),
    step: 'initial',
  },
  {
    screen: 'T4',
    name: 'T4 a closure and the bookings it meets',
    as,
    path: closingPath,
    reach: async (page, bed, text) => {
      const date = bookableDay(bed.today)
      await fill(page, text, { first: date, last: date })
      await button(page, text('staff.closings-look')).click()
      await page.getByRole('cell', { name: EVENT }).first().waitFor()
      await button(page, text('staff.closings-cancel')).waitFor()
    },
    step: 'filled',
  },
  {
    screen: 'T4',
    name: 'T4 a closure without dates',
    as,
    path: () => '/staff/closings',
    reach: async (page, _, text) => {
      await button(page, text('staff.closings-look')).click()
      await page.getByRole('alert').waitFor()
    },
    step: 'error',
  },
  {
    screen: 'T4',
    name: 'T4 a closure that needs a colleague',
    as,
    path: () => '/staff/closings',
    reach: async (page, bed, text) => {
      await fill(page, text, twoMonths(bed))
      await button(page, text('staff.closings-look')).click()
      await button(page, text('staff.closings-do')).click()
      const said = text('staff-problems.second-person-needed', { hours: 366, hoursADay: 200 })
      await page
        .getByRole('alert')
        .filter({ hasText: nameOf(said) })
        .waitFor()
    },
    step: 'error',
  },
  {
    screen: 'T4',
    name: 'T4 a closure waits to be allowed',
    as: 'admin',
    path: async bed => {
      await bed.once('staff: a closure beyond the day', () => askedByStaff(bed))
      return '/staff/closings'
    },
    reach: async (page, _, text) => {
      await button(page, text('holds.allow')).first().click()
      await page.getByText(nameOf(text('holds.allow-sure'))).waitFor()
    },
    step: 'initial',
  },
  {
    screen: 'T4',
    name: 'T4 a day, an approved booking and its key',
    as,
    path: keyPath,
    reach: async (page, _, text) => {
      await page.getByRole('region', { name: SIGNING }).waitFor()
      await button(page, text('staff.reissue')).waitFor()
    },
    step: 'filled',
  },
  {
    screen: 'T12',
    name: 'T12 whose codes a door has',
    as,
    path: async bed => {
      await keyPath(bed)
      return '/staff/locks'
    },
    reach: async (page, _, text) => {
      const see = page.getByRole('button', { name: nameOf(text('staff.see-codes')) }).first()
      // The lock service draws the code a moment after the approval, and the list is asked for once.
      await eventually(async () => {
        await page.reload()
        await see.click()
        await page.getByRole('link', { name: SIGNING }).first().waitFor({ timeout: 3_000 })
      })
    },
    step: 'filled',
  },
  {
    screen: 'T12',
    name: 'T12 numbers for an emergency, as staff see them',
    as: 'staff',
    path: emergencyPath,
    reach: async (page, _, text) => {
      await page.getByText(nameOf(text('emergency.admin-only'))).waitFor()
      await page
        .getByText(nameOf(text('emergency.acts')))
        .first()
        .click()
    },
    step: 'initial',
  },
  {
    screen: 'T12',
    name: 'T12 numbers for an emergency are about to be changed',
    as: 'admin',
    path: emergencyPath,
    reach: async (page, _, text) => {
      await button(page, text('emergency.change-venue')).first().click()
      await button(page, text('emergency.change-do')).waitFor()
    },
    step: 'filled',
  },
  {
    screen: 'T12',
    name: 'T12 numbers in store are about to be wanted',
    as: 'admin',
    path: emergencyPath,
    reach: async (page, _, text) => {
      await button(page, text('emergency.spares-keep')).first().click()
      await button(page, text('emergency.spares-keep-do')).waitFor()
    },
    step: 'filled',
  },
  {
    screen: 'T12',
    name: 'T12 numbers for an emergency, to be printed',
    as: 'admin',
    path: emergencyPath,
    reach: async (page, _, text) => {
      const show = button(page, text('emergency.show')).first()
      const make = button(page, text('emergency.change-venue')).first()
      await make.waitFor()
      if (!(await show.isVisible())) {
        await make.click()
        await button(page, text('emergency.change-do')).click()
      }
      await show.click()
      await button(page, text('emergency.show-do')).click()
      await button(page, text('emergency.sheet-close')).waitFor()
    },
    step: 'filled',
  },
]

async function keyPath(bed: StatesBed): Promise<string> {
  const date = bookableDay(bed.today)
  const reservationId = await bed.once('staff: an approved booking', async () => {
    const booking = { mail: RESIDENT, date, from: '14:00', to: '16:00', eventName: SIGNING }
    return approved(bed.town, await applied(bed.town, booking))
  })
  return `/staff/timeline?venue=${VENUE}&date=${date}&booking=${reservationId}`
}

async function closingPath(bed: StatesBed): Promise<string> {
  await waiting(bed)
  return '/staff/closings'
}

/** Far ahead, where nothing is in the way. */
function twoMonths({ today }: StatesBed) {
  return { first: addDays(today, 300), last: addDays(today, 360) }
}

/** P7: more than one of the staff may close in a day. */
async function askedByStaff(bed: StatesBed): Promise<void> {
  const plan = { ...twoMonths(bed), weekdays: [], from: '09:00', to: '21:00', reason: '床の張り替え' }
  const answer = await bed.town.visitor(STAFF).post('/api/staff/closings', {
    actId: crypto.randomUUID(),
    plan: { ...plan, kind: 'closure', venueId: bed.venueId, spaceIds: [bed.spaceId] },
  })
  if (answer.status !== 409) throw new Error(`The closure was answered with ${answer.status}`)
}

type Dates = { readonly first: string; readonly last: string }

async function fill(page: Page, text: Reading, { first, last }: Dates): Promise<void> {
  await page.getByLabel(labelOf(text, 'staff.closings-first')).fill(first)
  await page.getByLabel(labelOf(text, 'staff.closings-last')).fill(last)
  await page.getByLabel(labelOf(text, 'common.range-from')).selectOption('09:00')
  await page.getByLabel(labelOf(text, 'common.range-to')).selectOption('12:00')
  await page.getByLabel(labelOf(text, 'staff.hold-reason')).fill('配管の工事')
}
