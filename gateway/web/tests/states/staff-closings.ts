import type { Page } from 'playwright-core'
import { bookableDay } from '../days.ts'
import { labelOf } from '../staff-steps.ts'
import type { Reading } from './reading.ts'
import { button, EVENT, waiting } from './staff.ts'
import type { ScreenState } from './state.ts'
import type { StatesBed } from './states-bed.ts'

const as = 'staff'

/** T4: a closure over bookings. */
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
      await fill(page, text, date)
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
]

async function closingPath(bed: StatesBed): Promise<string> {
  await waiting(bed)
  return '/staff/closings'
}

async function fill(page: Page, text: Reading, date: string): Promise<void> {
  await page.getByLabel(labelOf(text, 'staff.closings-first')).fill(date)
  await page.getByLabel(labelOf(text, 'staff.closings-last')).fill(date)
  await page.getByLabel(labelOf(text, 'common.range-from')).selectOption('09:00')
  await page.getByLabel(labelOf(text, 'common.range-to')).selectOption('12:00')
  await page.getByLabel(labelOf(text, 'staff.hold-reason')).fill('配管の工事')
}
