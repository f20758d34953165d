import type { Page } from 'playwright-core'
import { nameOf } from '../booking-steps.ts'
import { bookableDay } from '../days.ts'
import { labelOf, VENUE } from '../staff-steps.ts'
import type { Reading } from './reading.ts'
import { button, waiting } from './staff.ts'
import type { ScreenState } from './state.ts'
import type { StatesBed } from './states-bed.ts'

const as = 'admin'
const HALL = `/admin/venues/${VENUE}`

/** T7: what admins set; nothing is saved, for the town is everybody's. */
export const settingsStates: readonly ScreenState[] = [
  { screen: 'T7', name: 'T7 the settings of a city', as, path: () => '/admin', step: 'initial' },
  t7('T7 the city and its desk', () => '/admin/city/office', ready, 'initial'),
  {
    screen: 'T7',
    name: 'T7 terms and privacy, one language more',
    as,
    path: () => '/admin/city/texts',
    reach: async (page, _, text) => {
      await ready(page, _, text)
      await page.locator('summary').first().click()
    },
    step: 'filled',
  },
  {
    screen: 'T7',
    name: 'T7 the rules of booking, on a day',
    as,
    path: () => '/admin/city/rules',
    reach: tried,
    step: 'initial',
  },
  {
    screen: 'T7',
    name: 'T7 the rules of booking, what changes',
    as,
    path: () => '/admin/city/rules',
    reach: async (page, bed, text) => {
      await ready(page, bed, text)
      await page.getByLabel(labelOf(text, 'admin.set-lottery-opens')).fill('40')
      await page.getByRole('radio', { name: nameOf(text('admin.set-approval-automatic')) }).check()
      await button(page, text('admin.set-look')).click()
      await button(page, text('admin.set-save')).waitFor()
    },
    step: 'filled',
  },
  {
    screen: 'T7',
    name: 'T7 the rules of booking, a stop at the year’s end',
    as,
    path: () => '/admin/city/rules',
    reach: async (page, bed, text) => {
      await ready(page, bed, text)
      await button(page, text('admin.set-stop-add')).click()
      const fill = async (key: Parameters<Reading>[0], words: string) =>
        page.getByLabel(labelOf(text, key)).fill(words)
      await fill('admin.set-stop-from', bookableDay(bed.today))
      await fill('admin.set-stop-to', bookableDay(bed.today))
      await fill('admin.set-stop-text', '年末年始のため、手続きを休みます。')
    },
    step: 'filled',
  },
  {
    screen: 'T7',
    name: 'T7 the rules of booking, points and a ban',
    as,
    path: () => '/admin/city/rules',
    reach: async (page, bed, text) => {
      await ready(page, bed, text)
      await page.getByRole('radio', { name: nameOf(text('admin.set-points-on')) }).check()
      await page.getByLabel(labelOf(text, 'admin.set-points-ban-days')).waitFor()
    },
    step: 'filled',
  },
  {
    screen: 'T7',
    name: 'T7 the rules of booking, a purpose of use',
    as,
    path: () => '/admin/city/rules',
    reach: async (page, bed, text) => {
      await ready(page, bed, text)
      await button(page, text('admin.set-purpose-add')).click()
      await page.getByLabel(labelOf(text, 'admin.set-purpose-name')).fill('会議・学習会')
    },
    step: 'filled',
  },
  {
    screen: 'T7',
    name: 'T7 the rules of booking, classes of user',
    as,
    path: () => '/admin/city/rules',
    reach: async (page, _, text) => {
      for (const name of ['市内', '市外']) await addClass(page, text, name)
    },
    step: 'filled',
  },
  {
    screen: 'T7',
    name: 'T7 the rules of booking, refused',
    as,
    path: () => '/admin/city/rules',
    reach: async (page, bed, text) => {
      await ready(page, bed, text)
      await page.getByLabel(labelOf(text, 'admin.set-lottery-time')).first().fill('朝7時')
      await page.getByLabel(labelOf(text, 'admin.set-code-digits')).fill('40')
      await button(page, text('admin.set-look')).click()
      await page.getByRole('alert').waitFor()
    },
    step: 'error',
  },
  t7('T7 the venues, and a new one', () => '/admin/venues', ready, 'initial'),
  t7('T7 a new venue, nothing typed', () => '/admin/venues', refusedEmpty, 'error'),
  {
    screen: 'T7',
    name: 'T7 a venue and its rooms',
    as,
    path: () => HALL,
    reach: async (page, _, text) => {
      await page.getByRole('link', { name: nameOf(text('admin.set-room-new')) }).waitFor()
    },
    step: 'initial',
  },
  t7('T7 how a venue is described', () => `${HALL}/about`, ready, 'initial'),
  {
    screen: 'T7',
    name: 'T7 a closure over a booking',
    as,
    path: async bed => {
      await waiting(bed)
      return `${HALL}/opening`
    },
    reach: async (page, bed, text) => {
      await ready(page, bed, text)
      await button(page, text('admin.set-closure-add')).click()
      const item = page.locator('fieldset.item').last()
      await item.getByLabel(labelOf(text, 'admin.set-closure-from')).fill(bookableDay(bed.today))
      await item.getByLabel(labelOf(text, 'admin.set-closure-to')).fill(bookableDay(bed.today))
      await item.getByLabel(labelOf(text, 'admin.set-closure-reason')).fill('設備の点検')
      await button(page, text('admin.set-look')).click()
      await button(page, text('admin.set-save')).waitFor()
    },
    step: 'filled',
  },
  t7('T7 when a venue is open', () => `${HALL}/opening`, ready, 'initial'),
  {
    screen: 'T7',
    name: 'T7 what is booked with a room, one more',
    as,
    path: () => `${HALL}/options`,
    reach: async (page, bed, text) => {
      await ready(page, bed, text)
      await button(page, text('admin.set-option-add')).click()
      const item = page.locator('fieldset.item').last()
      await item.getByLabel(labelOf(text, 'admin.set-equipment-name')).first().fill('ピアノ')
      await item.getByLabel(labelOf(text, 'admin.set-option-yen')).fill('1500')
      await button(page, text('admin.set-look')).click()
      await button(page, text('admin.set-save')).waitFor()
    },
    step: 'filled',
  },
  t7('T7 a room and how it is offered', bed => `${HALL}/rooms/${bed.spaceId}`, ready, 'initial'),
  t7('T7 a new room, nothing typed', () => `${HALL}/rooms/new`, refusedEmpty, 'error'),
  {
    screen: 'T7',
    name: 'T7 a room that is retired',
    as,
    path: bed => `${HALL}/rooms/${bed.spaceId}/retire`,
    reach: async (page, bed, text) => {
      await ready(page, bed, text)
      await button(page, text('admin.set-look')).click()
      await page
        .getByRole('alert')
        .or(button(page, text('admin.set-save')))
        .first()
        .waitFor()
    },
    step: 'filled',
  },
  t7('T7 a venue that is closed for good', () => `${HALL}/retire`, ready, 'initial'),
  {
    screen: 'T7',
    name: 'T7 the history of changes',
    as,
    path: () => '/admin/changes',
    reach: async page => page.getByRole('heading', { level: 2 }).first().waitFor(),
    step: 'initial',
  },
]

/** A page whose path and reach say all. */
function t7(
  name: string,
  path: ScreenState['path'],
  reach: NonNullable<ScreenState['reach']>,
  step: ScreenState['step'],
): ScreenState {
  return { screen: 'T7', name, as, path, reach, step }
}

async function ready(page: Page, _: StatesBed, text: Reading): Promise<void> {
  await button(page, text('admin.set-look')).waitFor()
}

async function refusedEmpty(page: Page, bed: StatesBed, text: Reading): Promise<void> {
  await ready(page, bed, text)
  await button(page, text('admin.set-look')).click()
  await page.getByRole('alert').waitFor()
}

async function tried(page: Page, bed: StatesBed, text: Reading): Promise<void> {
  await ready(page, bed, text)
  await page.getByLabel(labelOf(text, 'admin.set-try-date')).fill('2027-02-14')
  await page.locator('.try-day time[datetime="2027-02-14"]').first().waitFor()
}

async function addClass(page: Page, text: Reading, name: string): Promise<void> {
  await button(page, text('admin.set-class-add')).click()
  await page.getByLabel(labelOf(text, 'admin.set-class-name')).last().fill(name)
}
