import { addDays } from '@asaichi/calendar/local-date.ts'
import { usualDayFrom } from '@asaichi/town/demo/year-end.ts'
import type { Page } from 'playwright-core'
import { z } from 'zod'
import { applyPath, ROOM } from '../booking-steps.ts'
import { bookableDay, dayTooLate, lotteryDay } from '../days.ts'
import { VENUE } from '../staff-steps.ts'
import type { Reading } from './reading.ts'
import type { ScreenState } from './state.ts'
import type { StatesBed } from './states-bed.ts'

const HARUKA = 'haruka@example.jp'
const MINAMI = 'minami@example.jp'
const [MORNING, EVENING, NIGHT] = [
  { from: '13:00', to: '15:00' },
  { from: '17:00', to: '19:00' },
  { from: '19:00', to: '21:00' },
] as const
const projector = { optionId: 'projector', count: 1 }

/** R6, R7, R12 to R14, and the receipt. */
export const bookingStates: readonly ScreenState[] = [
  {
    screen: 'R6',
    name: 'R6 availability',
    as: 'anyone',
    path: () => `/listings/${ROOM}/availability`,
    step: 'initial',
  },
  {
    screen: 'R6',
    name: 'R6 availability, a range picked',
    as: 'resident',
    path: bed => availability(firstComeDay(bed), MORNING),
    reach: async (page, _, text) => linked(page, text('availability.next-first-come')),
    step: 'filled',
  },
  {
    screen: 'R6',
    name: 'R6 availability, a taken time to wait for',
    as: 'resident',
    path: async bed => {
      await takenTime(bed)
      return availability(firstComeDay(bed), EVENING)
    },
    reach: async (page, _, text) => {
      await page.getByRole('button', { name: text('availability.watch-send') }).click()
      await page.getByText(text('press.range-gone-text')).waitFor()
    },
    step: 'error',
  },
  {
    screen: 'R7',
    name: 'R7 all rooms on one day',
    as: 'anyone',
    path: bed => `/venues/${bed.venueId}/day?date=${firstComeDay(bed)}`,
    reach: async (page, _, text) => shown(page, text('availability.rooms-one-by-one')),
    step: 'initial',
  },
  ...formStates('R12', 'lottery entry', bed => applyPath({ date: lotteryDay(bed.today, 32), ...MORNING })),
  {
    screen: 'R12',
    name: 'R12 lottery entry, received',
    as: 'resident',
    path: async bed => `/apply/done?entry=${await entered(bed)}`,
    reach: async (page, _, text) => shown(page, text('receipt.done-lottery-mail')),
    step: 'filled',
  },
  ...formStates('R13', 'application', bed => applyPath({ date: firstComeDay(bed), ...MORNING })),
  {
    screen: 'R13',
    name: 'R13 application, taken by somebody else',
    as: 'resident',
    path: async bed => {
      await takenTime(bed)
      return applyPath({ date: firstComeDay(bed), ...EVENING })
    },
    reach: async (page, _, text) => {
      await fill(page, text)
      await confirmed(page, text)
      await page.getByRole('button', { name: text('press.send') }).click()
      await page.getByRole('heading', { name: text('press.nearest-title') }).waitFor()
    },
    step: 'error',
  },
  {
    screen: 'R13',
    name: 'R13 application, an option lacks',
    as: 'resident',
    path: async bed => {
      await lentProjector(bed)
      return applyPath({ date: firstComeDay(bed), ...MORNING })
    },
    reach: async (page, _, text) => {
      await fill(page, text)
      await page.locator('#f-options-projector').selectOption('1')
      await page.locator('#f-options-stage').selectOption('1')
      await confirmed(page, text)
      await page.getByRole('button', { name: text('press.send') }).click()
      await page.getByRole('alert').waitFor()
    },
    step: 'error',
  },
  {
    screen: 'R13',
    name: 'R13 application, received',
    as: 'resident',
    path: async bed => `/apply/done?receipt=${await booked(bed)}`,
    reach: async (page, _, text) => shown(page, text('receipt.done-mail')),
    step: 'filled',
  },
  {
    screen: 'R13',
    name: 'R13 receipt',
    as: 'resident',
    path: async bed => `/receipts/${await booked(bed)}`,
    reach: async (page, _, text) => shown(page, text('receipt.receipt-fair')),
    step: 'filled',
  },
  {
    screen: 'R13',
    name: 'R13 application, not logged in',
    as: 'anyone',
    path: bed => applyPath({ date: firstComeDay(bed), ...MORNING }),
    reach: async (page, _, text) => shown(page, text('booking.why-login-title')),
    step: 'initial',
  },
  {
    screen: 'R13',
    name: 'R13 application, not open yet',
    as: 'resident',
    path: bed => applyPath({ date: usualDayFrom(addDays(bed.today, 80)), ...MORNING }),
    reach: async (page, _, text) => shown(page, text('press.why-before-title')),
    step: 'initial',
  },
  {
    screen: 'R13',
    name: 'R13 application, over',
    as: 'resident',
    path: bed => applyPath({ date: dayTooLate(bed.today), ...MORNING }),
    reach: async (page, _, text) => shown(page, text('press.why-over-title')),
    step: 'initial',
  },
  {
    screen: 'R14',
    name: 'R14 waiting for the opening',
    as: 'resident',
    path: bed => applyPath({ date: lotteryDay(bed.today), ...MORNING }),
    reach: async (page, bed, text) => {
      await openTomorrow(page, bed)
      await page.reload()
      await page.getByRole('timer').waitFor()
      await fill(page, text)
      await confirmed(page, text)
    },
    step: 'initial',
  },
]

/** As it opens, filled on the confirm page, and with every error. */
function formStates(
  screen: 'R12' | 'R13',
  what: string,
  path: (bed: StatesBed) => string,
): readonly ScreenState[] {
  const as = 'resident'
  return [
    {
      screen,
      name: `${screen} ${what}`,
      as,
      path,
      reach: async (page, _, text) => toConfirm(page, text).waitFor(),
      step: 'initial',
    },
    {
      screen,
      name: `${screen} ${what}, to be confirmed`,
      as,
      path,
      reach: async (page, _, text) => {
        await fill(page, text)
        await confirmed(page, text)
      },
      step: 'filled',
    },
    {
      screen,
      name: `${screen} ${what}, with errors`,
      as,
      path,
      reach: async (page, _, text) => {
        await toConfirm(page, text).click()
        await page.getByRole('alert').waitFor()
      },
      step: 'error',
    },
  ]
}

function toConfirm(page: Page, text: Reading) {
  return page.getByRole('button', { name: text('booking.to-confirm') })
}

async function fill(page: Page, text: Reading): Promise<void> {
  await page.getByLabel(text('booking.event-name')).fill('読書会')
  await page.getByLabel(text('booking.people')).fill('１２')
  await page.getByLabel(text('booking.note')).fill('みたか読書の会。毎月の読書会のため。')
  await page.getByRole('radio', { name: text('booking.paid-no'), exact: true }).check()
  await page.getByRole('radio', { name: text('booking.adult-yes') }).check()
  await page.getByRole('checkbox', { name: text('booking.agree') }).check()
}

async function confirmed(page: Page, text: Reading): Promise<void> {
  await toConfirm(page, text).click()
  await page.getByRole('heading', { level: 1, name: text('booking.confirm-title') }).waitFor()
}

async function shown(page: Page, words: string): Promise<void> {
  await page.getByText(words).first().waitFor()
}

async function linked(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name }).waitFor()
}

function availability(date: string, range: { readonly from: string; readonly to: string }): string {
  return `/listings/${ROOM}/availability?${new URLSearchParams({ date, ...range })}`
}

function firstComeDay({ today }: StatesBed): string {
  return bookableDay(today, 20)
}

// The hours between the last lottery day and 07:00 come once a day.
async function openTomorrow(page: Page, bed: StatesBed): Promise<void> {
  const opensAt = new Date(`${addDays(bed.today, 1)}T07:00:00.000+09:00`).toISOString()
  await page.route('**/api/listings/*/days/*', async route => {
    const day: unknown = await (await route.fetch()).json()
    const firstCome = {
      ...z.looseObject({ firstCome: z.object({ closesAt: z.string() }) }).parse(day).firstCome,
      opensAt,
    }
    await route.fulfill({ json: { ...z.looseObject({}).parse(day), lottery: null, firstCome } })
  })
}

const Booked = z.object({ receiptId: z.string() })
const Entered = z.object({ entryId: z.string() })

function booked(bed: StatesBed): Promise<string> {
  return bed.once('booking: a receipt', async () => {
    const wanted = { listingId: ROOM, date: bookableDay(bed.today, 22), ...NIGHT, options: [projector] }
    const answer = await bed.town
      .visitor(MINAMI)
      .post('/api/reservations', { ...(await asked(bed)), ...wanted })
    return Booked.parse(answer.body).receiptId
  })
}

function takenTime(bed: StatesBed): Promise<unknown> {
  return bed.once('booking: a time of somebody else', async () => {
    const wanted = { listingId: ROOM, date: firstComeDay(bed), ...EVENING }
    return await bed.town.visitor(HARUKA).post('/api/reservations', { ...(await asked(bed)), ...wanted })
  })
}

function lentProjector(bed: StatesBed): Promise<unknown> {
  return bed.once('booking: a projector of somebody else', async () => {
    // A person has one attempt at a time.
    await takenTime(bed)
    const listingId = `${VENUE}-washitsu`
    const wanted = { listingId, date: firstComeDay(bed), ...MORNING, options: [projector] }
    return await bed.town.visitor(HARUKA).post('/api/reservations', { ...(await asked(bed)), ...wanted })
  })
}

function entered(bed: StatesBed): Promise<string> {
  return bed.once('booking: an entry', async () => {
    const wishes = [{ listingId: ROOM, date: lotteryDay(bed.today), ...EVENING }]
    const answer = await bed.town.visitor(MINAMI).post('/api/entries', { ...(await asked(bed)), wishes })
    return Entered.parse(answer.body).entryId
  })
}

const Policy = z.object({ policy: z.object({ termsVersion: z.string() }) })

async function asked({ town }: StatesBed) {
  const city = Policy.parse((await town.visitor(MINAMI).get('/api/cities/mitaka')).body)
  return {
    eventName: '読書会',
    people: 12,
    note: 'みたか読書の会',
    paidEvent: false,
    acceptedTermsVersion: city.policy.termsVersion,
    guardianPresent: true,
  }
}
