import type { Page } from 'playwright-core'
import { z } from 'zod'
import { nameOf, ROOM } from '../booking-steps.ts'
import { bookableDay, lotteryDay } from '../days.ts'
import { applied, approved } from '../staff-steps.ts'
import { lostEntry } from './draws/lost-entry.ts'
import type { Reading } from './reading.ts'
import type { ScreenState } from './state.ts'
import type { StatesBed } from './states-bed.ts'

/** Somebody whose bookings no other list counts on. */
const CIRCLE = 'book.circle@example.jp'
const NOBODY_YET = 'haruka@example.jp'
const as = (bed: StatesBed) => bed.once('mine: session', () => bed.town.session(CIRCLE))

/** R12's after, R15 to R17, and the public record of a draw. */
export const mineStates: readonly ScreenState[] = [
  {
    screen: 'R15',
    name: 'R15 my page, bookings ahead',
    as,
    path: async bed => {
      await approvedBooking(bed)
      return '/my'
    },
    reach: async (page, _, text) => worded(page, text('states.reservation-approved-next')),
    step: 'initial',
  },
  {
    screen: 'R15',
    name: 'R15 my page, waiting for approval',
    as,
    path: async bed => {
      await pendingBooking(bed)
      return '/my?tab=pending'
    },
    reach: async (page, _, text) => worded(page, text('states.reservation-pending-next')),
    step: 'filled',
  },
  {
    screen: 'R15',
    name: 'R15 my page, waiting for the draw',
    as,
    path: async bed => {
      await entry(bed)
      return '/my?tab=draws'
    },
    reach: async (page, _, text) => worded(page, text('states.entry-entered-next')),
    step: 'filled',
  },
  {
    screen: 'R15',
    name: 'R15 my page, nothing over yet',
    as: bed => bed.once('mine: session of nobody yet', () => bed.town.session(NOBODY_YET)),
    path: () => '/my?tab=over',
    reach: async (page, _, text) => worded(page, text('mine.find-free')),
    step: 'initial',
  },
  {
    screen: 'R15',
    name: 'R15 my page, favourites',
    as,
    path: async bed => {
      await favourite(bed)
      return '/my?tab=favourites'
    },
    reach: async (page, _, text) =>
      page
        .getByRole('button', { name: nameOf(text('mine.remove')) })
        .first()
        .waitFor(),
    step: 'filled',
  },
  {
    screen: 'R16',
    name: 'R16 reservation, waiting',
    as,
    path: async bed => `/reservations/${await pendingBooking(bed)}`,
    reach: async (page, _, text) => worded(page, text('reservation.to-do')),
    step: 'initial',
  },
  {
    screen: 'R11',
    name: 'R11 my account, what staff did to a booking',
    as,
    path: async bed => {
      await approvedBooking(bed)
      return '/account'
    },
    reach: async (page, _, text) => {
      const acts = page.getByRole('listitem').filter({ hasText: nameOf(text('session.act-approve-booking')) })
      await acts.first().waitFor()
    },
    step: 'filled',
  },
  {
    screen: 'R16',
    name: 'R16 reservation with its codes',
    as,
    path: async bed => `/reservations/${await approvedBooking(bed)}`,
    reach: async (page, _, text) => {
      await page.getByRole('button', { name: nameOf(text('reservation.codes-show')) }).click()
      await page
        .getByText(nameOf(text('reservation.code-window')))
        .first()
        .waitFor()
      await page.getByText(nameOf(text('reservation.how-to-open'))).click()
      await worded(page, text('kiosk.open-square'))
    },
    step: 'filled',
  },
  {
    screen: 'R16',
    name: 'R16 correcting a booking',
    as,
    path: async bed => `/reservations/${await approvedBooking(bed)}/details`,
    reach: async (page, _, text) => saving(page, text).waitFor(),
    step: 'filled',
  },
  {
    screen: 'R16',
    name: 'R16 correcting a booking, with errors',
    as,
    path: async bed => `/reservations/${await approvedBooking(bed)}/details`,
    reach: async (page, _, text) => {
      await page.getByLabel(nameOf(text('own.people'))).fill('')
      await saving(page, text).click()
      await page.getByRole('alert').waitFor()
    },
    step: 'error',
  },
  {
    screen: 'R17',
    name: 'R17 moving, from the time that is booked',
    as,
    path: async bed => `/reservations/${await approvedBooking(bed)}/move`,
    reach: async (page, _, text) => worded(page, text('move.move-same')),
    step: 'initial',
  },
  {
    screen: 'R17',
    name: 'R17 cancelling',
    as,
    path: async bed => `/reservations/${await approvedBooking(bed)}/cancel`,
    reach: async (page, _, text) => worded(page, text('reservation.cancel-no-return')),
    step: 'initial',
  },
  {
    screen: 'R17',
    name: 'R17 withdrawing an entry',
    as,
    path: async bed => `/entries/${await entry(bed)}/withdraw`,
    reach: async (page, _, text) => worded(page, text('press.withdraw-lost')),
    step: 'initial',
  },
  {
    screen: 'R17',
    name: 'R17 moving, a new time chosen',
    as,
    path: moving,
    reach: async (page, _, text) => onward(page, text).waitFor(),
    step: 'filled',
  },
  {
    screen: 'R17',
    name: 'R17 moving, with errors',
    as,
    path: moving,
    reach: async (page, _, text) => {
      await onward(page, text).click()
      await page.getByRole('button', { name: nameOf(text('press.move-do')) }).click()
      await page.getByRole('alert').waitFor()
    },
    step: 'error',
  },
  {
    screen: 'R12',
    name: 'R12 an entry before the draw',
    as,
    path: async bed => `/entries/${await entry(bed)}`,
    reach: async (page, _, text) => worded(page, text('lottery.no-first-served')),
    step: 'initial',
  },
  {
    screen: 'R12',
    name: 'R12 an entry that lost, with how to check',
    as,
    path: async bed => `/entries/${await entry(bed)}`,
    reach: async (page, _, text) => {
      await lostEntry(page)
      await page.getByText(nameOf(text('verify.how-to-check'))).click()
      await worded(page, text('lottery.check-seed'))
    },
    step: 'filled',
  },
  {
    screen: 'R12',
    name: 'R12 the public record of a draw',
    as: 'anyone',
    path: bed => `/rounds/mitaka/${drawnDay(bed)}`,
    reach: async (page, _, text) => worded(page, text('lottery.promise-text')),
    step: 'initial',
  },
]

async function worded(page: Page, words: string): Promise<void> {
  await page.getByText(nameOf(words)).first().waitFor()
}

function onward(page: Page, text: Reading) {
  return page.getByRole('button', { name: nameOf(text('move.move-next')) })
}

function saving(page: Page, text: Reading) {
  return page.getByRole('button', { name: nameOf(text('move.details-save')) })
}

function drawnDay({ today }: StatesBed): string {
  return lotteryDay(today)
}

function pendingBooking(bed: StatesBed): Promise<string> {
  const date = bookableDay(bed.today, 9)
  return bed.once('mine: a booking that waits', async () => {
    // One attempt a person at a time, and two states may be on their way at once.
    await approvedBooking(bed)
    return applied(bed.town, {
      mail: CIRCLE,
      room: 'washitsu',
      date,
      from: '16:00',
      to: '18:00',
      eventName: '朝の読書会',
    })
  })
}

function approvedBooking(bed: StatesBed): Promise<string> {
  const date = bookableDay(bed.today, 10)
  const booking = {
    mail: CIRCLE,
    room: 'washitsu',
    date,
    from: '18:00',
    to: '20:00',
    eventName: '夜の読書会',
  } as const
  return bed.once('mine: a booking that is approved', async () =>
    approved(bed.town, await applied(bed.town, booking)),
  )
}

async function moving(bed: StatesBed): Promise<string> {
  const query = new URLSearchParams({ date: bookableDay(bed.today, 14), from: '18:00', to: '19:00' })
  return `/reservations/${await approvedBooking(bed)}/move?${query}`
}

const Entered = z.object({ entryId: z.string() })
const Policy = z.object({ policy: z.object({ termsVersion: z.string() }) })

function entry(bed: StatesBed): Promise<string> {
  return bed.once('mine: an entry', async () => {
    const circle = bed.town.visitor(CIRCLE)
    const { policy } = Policy.parse((await circle.get('/api/cities/mitaka')).body)
    const answer = await circle.post('/api/entries', {
      wishes: [{ listingId: ROOM, date: drawnDay(bed), from: '13:00', to: '15:00' }],
      eventName: '朝の読書会',
      people: 5,
      note: '朝の読書会。毎月の読書会のため。',
      paidEvent: false,
      acceptedTermsVersion: policy.termsVersion,
      guardianPresent: true,
    })
    return Entered.parse(answer.body).entryId
  })
}

function favourite(bed: StatesBed): Promise<unknown> {
  return bed.once('mine: a favourite and a watch', async () => {
    const circle = bed.town.visitor(CIRCLE)
    await approvedBooking(bed)
    const span = { date: bookableDay(bed.today, 10), from: '18:00', to: '20:00' }
    const answers = [
      await circle.post('/api/me/favourites', { kind: 'listing', id: ROOM }),
      await circle.post('/api/listings/mitaka-inokashira-tobu-washitsu/watch', span),
    ]
    if (answers.some(answer => answer.status !== 201)) throw new Error('no favourite, or no watch')
    return true
  })
}
