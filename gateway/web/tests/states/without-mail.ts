import { eventually } from '@asaichi/testkit/eventually.ts'
import { parsed } from '@asaichi/town/journey/visitor.ts'
import type { Page } from 'playwright-core'
import { z } from 'zod'
import type { Key } from '../../src/i18n/catalogue.ts'
import { fieldOf } from '../account-steps.ts'
import { nameOf } from '../booking-steps.ts'
import { bookableDay } from '../days.ts'
import { labelOf, termsVersion } from '../staff-steps.ts'
import type { Reading } from './reading.ts'
import { button } from './staff.ts'
import type { ScreenState } from './state.ts'
import { STAFF, type StatesBed } from './states-bed.ts'

const as = 'staff'
const register = () => '/staff/register'

/** T18 and T19, and what the day's work says of people without mail (W6). */
export const withoutMailStates: readonly ScreenState[] = [
  {
    screen: 'T1',
    name: 'T1 today, somebody without mail to tell',
    as,
    path: async bed => {
      await toTell(bed)
      return '/staff'
    },
    reach: linkTo('staff.tell-open'),
    step: 'filled',
  },
  {
    screen: 'T5',
    name: 'T5 booking for a caller who is not registered',
    as,
    path: () => '/staff/book',
    reach: async (page, _, text) => {
      await page.getByLabel(labelOf(text, 'staff.person-query')).fill('だれもいない')
      await button(page, text('staff.person-search')).click()
      await page.getByRole('link', { name: nameOf(text('staff.person-register')) }).waitFor()
    },
    step: 'filled',
  },
  {
    screen: 'T9',
    name: 'T9 one person without mail, what to tell',
    as,
    path: async bed => {
      await toTell(bed)
      return personPath(bed)
    },
    reach: linkTo('staff.counter-letter-open'),
    step: 'filled',
  },
  {
    screen: 'T9',
    name: 'T9 one person, to be suspended',
    as,
    path: personPath,
    reach: async (page, _, text) => {
      await page.getByText(nameOf(text('staff.counter-suspend')), { exact: true }).click()
      await page.getByLabel(labelOf(text, 'staff.reason-template')).selectOption({ index: 1 })
    },
    step: 'filled',
  },
  {
    screen: 'T9',
    name: 'T9 one person, suspended without a reason',
    as,
    path: personPath,
    reach: async (page, _, text) => {
      await page.getByText(nameOf(text('staff.counter-suspend')), { exact: true }).click()
      await button(page, text('staff.counter-suspend-do')).click()
      await page.getByRole('alert').waitFor()
    },
    step: 'error',
  },
  { screen: 'T18', name: 'T18 registering without mail', as, path: register, step: 'initial' },
  {
    screen: 'T18',
    name: 'T18 registering without mail, typed',
    as,
    path: register,
    reach: typed,
    step: 'filled',
  },
  {
    screen: 'T18',
    name: 'T18 registering without mail, nothing typed',
    as,
    path: register,
    reach: async (page, _, text) => {
      await button(page, text('staff.counter-register')).click()
      await page.getByRole('alert').waitFor()
    },
    step: 'error',
  },
  {
    screen: 'T18',
    name: 'T18 registering without mail, somebody known',
    as,
    path: registerKnown,
    reach: async (page, bed, text) => {
      await sent(page, bed, text)
      await page.getByText(nameOf(text('staff.counter-known-title'))).waitFor()
    },
    step: 'error',
  },
  {
    screen: 'T18',
    name: 'T18 registered without mail, the slip',
    as,
    path: registerKnown,
    reach: async (page, bed, text) => {
      await sent(page, bed, text)
      await page.getByRole('checkbox', { name: nameOf(text('staff.counter-another')) }).check()
      await button(page, text('staff.counter-register')).click()
      await page.getByRole('heading', { name: nameOf(text('staff.counter-slip-title')) }).waitFor()
    },
    step: 'filled',
  },
  { screen: 'T19', name: 'T19 a notice to tell, closed', as, path: letterPath, step: 'initial' },
  {
    screen: 'T19',
    name: 'T19 a notice to tell',
    as,
    path: letterPath,
    reach: opened,
    step: 'filled',
  },
  {
    screen: 'T19',
    name: 'T19 a notice told nobody knows how',
    as,
    path: letterPath,
    reach: async (page, bed, text) => {
      await opened(page, bed, text)
      await button(page, text('staff.counter-told-do')).click()
      await page.getByRole('alert').waitFor()
    },
    step: 'error',
  },
]

const BORN = { year: '24', month: '3', day: '4' }
const UME = {
  name: '牟礼 ウメ',
  kana: 'ムレ ウメ',
  birthDate: '1949-03-04',
  postalCode: '181-0002',
  address: '東京都三鷹市牟礼二丁目2番2号',
  phone: '0422-12-3456',
}

async function typed(page: Page, _: StatesBed, text: Reading): Promise<void> {
  await page.getByLabel(fieldOf(text, 'person.name')).fill(UME.name)
  await page.getByLabel(fieldOf(text, 'person.kana')).fill(UME.kana)
  await page.getByLabel(nameOf(text('person.era'))).selectOption({ label: text('person.era-showa') })
  for (const part of ['year', 'month', 'day'] as const)
    await page.getByRole('textbox', { name: labelled(text(`person.${part}`)), exact: false }).fill(BORN[part])
  await page.getByLabel(fieldOf(text, 'person.postal-code')).fill(UME.postalCode)
  await page.getByLabel(fieldOf(text, 'person.address')).fill(UME.address)
  await page.getByLabel(fieldOf(text, 'person.phone')).fill(UME.phone)
  await page.getByLabel(fieldOf(text, 'staff.counter-proof')).fill('保険証')
  await page.getByRole('checkbox', { name: nameOf(text('staff.counter-agree')) }).check()
}

function labelled(text: string): RegExp {
  return new RegExp(`^${nameOf(text).source}`, 'u')
}

const Person = z.object({ personId: z.string() })
const Mails = z.object({ items: z.array(z.object({ mailId: z.string(), personId: z.string().nullable() })) })

async function registerKnown(bed: StatesBed): Promise<string> {
  await visitor(bed)
  return register()
}

async function sent(page: Page, bed: StatesBed, text: Reading): Promise<void> {
  await typed(page, bed, text)
  await button(page, text('staff.counter-register')).click()
}

function linkTo(words: Key): NonNullable<ScreenState['reach']> {
  return (page, _, text) =>
    page
      .getByRole('link', { name: nameOf(text(words)) })
      .first()
      .waitFor()
}

function visitor(bed: StatesBed): Promise<string> {
  return bed.once('counter: a person without mail', async () => {
    const answer = await bed.town.visitor(STAFF).post('/api/staff/people', {
      person: UME,
      acceptedTermsVersion: await termsVersion(bed.town),
      contact: { by: 'counter', note: '保険証' },
      permission: 'approved',
      despiteAlike: true,
    })
    return parsed(Person, answer, 'registration').personId
  })
}

/** A booking for the person, whose mail G staff have to tell; answers that mail. */
function toTell(bed: StatesBed): Promise<string> {
  return bed.once('counter: a notice to tell', async () => {
    const staff = bed.town.visitor(STAFF)
    const personId = await visitor(bed)
    const application = {
      listingId: bed.listingId,
      date: bookableDay(bed.today, 13),
      from: '15:00',
      to: '17:00',
      eventName: '俳句の会',
      people: 8,
      note: '牟礼俳句会。句会のため。',
      paidEvent: false,
      acceptedTermsVersion: await termsVersion(bed.town),
      guardianPresent: true,
    }
    // Reservation hears of the registration a moment later.
    await eventually(async () =>
      parsed(z.object({}), await staff.post('/api/staff/reservations', { personId, application }), 'booking'),
    )
    return eventually(async () => {
      const { items } = Mails.parse((await staff.get('/api/staff/mails?status=to-tell')).body)
      const mail = items.find(item => item.personId === personId)
      if (!mail) throw new Error('the notice is not there yet')
      return mail.mailId
    })
  })
}

async function personPath(bed: StatesBed): Promise<string> {
  return `/staff/people/${await visitor(bed)}`
}

async function letterPath(bed: StatesBed): Promise<string> {
  return `/staff/letters/${await toTell(bed)}`
}

async function opened(page: Page, _: StatesBed, text: Reading): Promise<void> {
  await button(page, text('staff.counter-letter-open')).click()
  await page.getByText('俳句の会').first().waitFor()
}
