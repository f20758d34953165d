import type { Page } from 'playwright-core'
import { nameOf } from '../booking-steps.ts'
import { bookableDay } from '../days.ts'
import { applicant, applied, labelOf, VENUE, wholeName } from '../staff-steps.ts'
import { withClasses } from './reader/in-mitaka.ts'
import type { Reading } from './reading.ts'
import type { ScreenState } from './state.ts'
import { RESIDENT, type StatesBed } from './states-bed.ts'

const as = 'staff'
const NAME = '旅野 はじめ'
export const EVENT = '体操の会'

/** T1 to T5, T8, and the order of attempts (T13). */
export const staffStates: readonly ScreenState[] = [
  { screen: 'T1', name: 'T1 today', as, path: () => '/staff', step: 'initial' },
  {
    screen: 'T2',
    name: 'T2 registrations',
    as,
    path: registrations,
    reach: async page => person(page).waitFor(),
    step: 'initial',
  },
  {
    screen: 'T2',
    name: 'T2 registrations, returning one',
    as,
    path: registrations,
    reach: async (page, _, text) => {
      await person(page).click()
      await button(page, text('staff.return')).click()
      await page.getByLabel(labelOf(text, 'staff.reason-template')).selectOption({ index: 1 })
    },
    step: 'filled',
  },
  {
    screen: 'T2',
    name: 'T2 registrations, approved with a class',
    as,
    path: registrations,
    reach: async (page, _, text) => {
      await withClasses(page)
      await page.reload()
      await person(page).click()
      await page.getByLabel(labelOf(text, 'staff.counter-class')).selectOption('outside')
    },
    step: 'filled',
  },
  {
    screen: 'T2',
    name: 'T2 registrations, a contact without its outcome',
    as,
    path: registrations,
    reach: async (page, _, text) => {
      await person(page).click()
      await button(page, text('staff.contact-save')).click()
      await page.getByRole('alert').waitFor()
    },
    step: 'error',
  },
  {
    screen: 'T3',
    name: 'T3 applications',
    as,
    path: queuePath,
    reach: async page => application(page).waitFor(),
    step: 'initial',
  },
  {
    screen: 'T3',
    name: 'T3 applications, one open and ticked',
    as,
    path: queuePath,
    reach: async (page, _, text) => {
      await application(page).click()
      await page.getByText(nameOf(text('staff.mail-approved-holds'))).waitFor()
      await page.getByRole('checkbox', { name: EVENT }).check()
    },
    step: 'filled',
  },
  {
    screen: 'T3',
    name: 'T3 applications, refusing without a reason',
    as,
    path: queuePath,
    reach: async (page, _, text) => {
      await page
        .getByRole('list', { name: nameOf(text('staff.applications-title')) })
        .getByRole('button', { name: nameOf(text('staff.refuse')) })
        .first()
        .click()
      await button(page, text('staff.refuse-send')).click()
      await page.getByRole('alert').waitFor()
    },
    step: 'error',
  },
  { screen: 'T4', name: 'T4 a day', as, path: dayPath, reach: occupied, step: 'initial' },
  {
    screen: 'T4',
    name: 'T4 a day as a list, a booking open',
    as,
    path: async bed => `${await dayPath(bed)}&view=list`,
    reach: async page => {
      await page.getByRole('button', { name: EVENT }).first().click()
      await page.getByRole('region', { name: EVENT }).waitFor()
    },
    step: 'filled',
  },
  {
    screen: 'T4',
    name: 'T4 a day, blocking what is taken',
    as,
    path: dayPath,
    reach: async (page, bed, text) => {
      await occupied(page)
      await page.getByLabel(labelOf(text, 'common.room')).selectOption(bed.spaceId)
      await page.getByLabel(labelOf(text, 'common.range-from')).selectOption('09:00')
      await page.getByLabel(labelOf(text, 'common.range-to')).selectOption('12:00')
      await page.getByLabel(labelOf(text, 'staff.hold-reason')).fill('点検')
      await button(page, text('staff.hold-do')).click()
      await page.getByText(nameOf(text('staff.blocked-title'))).waitFor()
    },
    step: 'error',
  },
  { screen: 'T5', name: 'T5 booking for a caller', as, path: () => '/staff/book', step: 'initial' },
  {
    screen: 'T5',
    name: 'T5 booking for a caller, room and time',
    as,
    path: () => '/staff/book',
    reach: chosenTime,
    step: 'filled',
  },
  {
    screen: 'T5',
    name: 'T5 booking for a caller, read aloud',
    as,
    path: () => '/staff/book',
    reach: async (page, bed, text) => {
      await chosenTime(page, bed, text)
      await button(page, text('staff.book-next')).click()
      await page.getByLabel(labelOf(text, 'staff.event-name')).fill('俳句の会')
      await page.getByLabel(labelOf(text, 'staff.people')).fill('８')
      await page.getByLabel(labelOf(text, 'staff.note')).fill('俳句の会。句会のため。')
      await page.getByRole('checkbox', { name: nameOf(text('staff.terms-accepted')) }).check()
      await button(page, text('staff.book-next')).click()
      await page.getByText(nameOf(text('staff.read-question'))).waitFor()
    },
    step: 'filled',
  },
  {
    screen: 'T5',
    name: 'T5 booking for a caller, nothing filled in',
    as,
    path: () => '/staff/book',
    reach: async (page, bed, text) => {
      await chosenTime(page, bed, text)
      await button(page, text('staff.book-next')).click()
      await page.getByLabel(labelOf(text, 'staff.event-name')).waitFor()
      await button(page, text('staff.book-next')).click()
      await page.getByRole('alert').waitFor()
    },
    step: 'error',
  },
  { screen: 'T8', name: 'T8 notices', as, path: () => '/staff/notices', step: 'initial' },
  {
    screen: 'T8',
    name: 'T8 a notice being written',
    as,
    path: () => '/staff/notices/new',
    reach: async (page, _, text) => {
      await page.getByLabel(labelOf(text, 'staff.notice-heading')).fill('台風のため休館します')
      await page
        .getByLabel(labelOf(text, 'staff.notice-body'))
        .fill('終日休館します。\nご予約の方には電話します。')
      await page.getByRole('checkbox', { name: nameOf(text('staff.notice-urgent')) }).check()
      await page.getByText(nameOf(text('staff.other-languages'))).click()
    },
    step: 'filled',
  },
  {
    screen: 'T8',
    name: 'T8 a notice without words',
    as,
    path: () => '/staff/notices/new',
    reach: async (page, _, text) => {
      await button(page, text('staff.notice-publish')).click()
      await page.getByRole('alert').waitFor()
    },
    step: 'error',
  },
  {
    screen: 'T13',
    name: 'T13 the order of attempts',
    as,
    path: async bed => {
      await waiting(bed)
      return `/staff/slot?listing=${bed.listingId}&date=${bookableDay(bed.today)}`
    },
    reach: async page => page.getByRole('row').nth(1).waitFor(),
    step: 'initial',
  },
]

export function button(page: Page, name: string) {
  return page.getByRole('button', { name: wholeName(name) })
}

function person(page: Page) {
  return page.getByRole('button', { name: NAME }).first()
}

function application(page: Page) {
  return page.getByRole('button', { name: EVENT, expanded: false }).first()
}

async function occupied(page: Page): Promise<void> {
  await page.getByRole('button', { name: EVENT }).first().waitFor()
}

async function chosenTime(page: Page, bed: StatesBed, text: Reading): Promise<void> {
  await page.getByLabel(labelOf(text, 'staff.person-query')).fill('アサヒ')
  await button(page, text('staff.person-search')).click()
  await page
    .getByRole('button', { name: nameOf(text('staff.person-choose')) })
    .first()
    .click()
  await page.getByLabel(labelOf(text, 'staff.book-room')).selectOption(bed.listingId)
  await page
    .getByRole('table')
    .getByRole('button', {
      name: new RegExp(`${text('calendar.day-free')}|${text('calendar.day-few')}`, 'u'),
    })
    .last()
    .click()
  await page.getByLabel(nameOf(text('common.range-from'))).selectOption('18:00')
}

async function queuePath(bed: StatesBed): Promise<string> {
  await waiting(bed)
  return '/staff/applications'
}

async function dayPath(bed: StatesBed): Promise<string> {
  await waiting(bed)
  return `/staff/timeline?venue=${VENUE}&date=${bookableDay(bed.today)}`
}

export function waiting(bed: StatesBed): Promise<string> {
  const booking = {
    mail: RESIDENT,
    date: bookableDay(bed.today),
    from: '09:00',
    to: '11:00',
    eventName: EVENT,
  }
  return bed.once('staff: an application', () => applied(bed.town, booking))
}

async function registrations(bed: StatesBed): Promise<string> {
  await newcomer(bed)
  return '/staff/people'
}

function newcomer(bed: StatesBed): Promise<string> {
  return bed.once('staff: an applicant', () => applicant(bed.town, NAME))
}
