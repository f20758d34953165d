import type { Page } from 'playwright-core'
import { nameOf } from '../booking-steps.ts'
import { bookableDay } from '../days.ts'
import { applied, approved, type Booking, labelOf } from '../staff-steps.ts'
import { button } from './staff.ts'
import type { ScreenState } from './state.ts'
import { STAFF, type StatesBed } from './states-bed.ts'

/** Nobody else applies for them here: a person has one attempt at a time. */
const HARUKA = 'haruka@example.jp'
const as = (bed: StatesBed) => bed.once('mine: session of nobody yet', () => bed.town.session(HARUKA))
const FEE = 1_200

/** What a booking costs: for whom it is (R16, R17, R22) and for the desk (T10). */
export const moneyStates: readonly ScreenState[] = [
  {
    screen: 'R16',
    name: 'R16 reservation that is to be paid',
    as,
    path: async bed => `/reservations/${await owing(bed)}`,
    reach: async (page, _, text) => seen(page, text('reservation.bill-to-invoice')),
    step: 'filled',
  },
  {
    screen: 'R17',
    name: 'R17 cancelling what is paid',
    as,
    path: async bed => `/reservations/${await paid(bed)}/cancel`,
    reach: async (page, _, text) => button(page, text('reservation.cancel-do')).waitFor(),
    step: 'filled',
  },
  {
    screen: 'R22',
    name: 'R22 an invoice',
    as,
    path: async bed => `/reservations/${await owing(bed)}/invoice`,
    reach: async (page, _, text) => seen(page, text('reservation.bill-account')),
    step: 'initial',
  },
  {
    screen: 'R22',
    name: 'R22 the receipt of a payment',
    as,
    path: async bed => `/reservations/${await paid(bed)}/payment-receipt`,
    reach: async (page, _, text) => seen(page, text('reservation.bill-received')),
    step: 'filled',
  },
  {
    screen: 'T10',
    name: 'T10 what is owed',
    as: 'staff',
    path: async bed => {
      await owing(bed)
      await paid(bed)
      return '/staff/money'
    },
    reach: async (page, _, text) => {
      await page.getByRole('table').first().waitFor()
      await seen(page, text('staff.money-balance'))
    },
    step: 'initial',
  },
  {
    screen: 'T11',
    name: 'T11 how the rooms are used this year',
    as: 'staff',
    path: async bed => {
      await paid(bed)
      return '/staff/report?of=this-year'
    },
    reach: async (page, _, text) =>
      page
        .getByRole('columnheader', { name: text('report.rate') })
        .first()
        .waitFor(),
    step: 'initial',
  },
  {
    screen: 'T10',
    name: 'T10 a bill with its ledger',
    as: 'staff',
    path: async bed => `/staff/money?of=paid&booking=${await paid(bed)}`,
    reach: async (page, _, text) => seen(page, text('staff.money-ledger')),
    step: 'filled',
  },
  {
    screen: 'T10',
    name: 'T10 a payment without an amount',
    as: 'staff',
    path: async bed => `/staff/money?booking=${await owing(bed)}`,
    reach: async (page, _, text) => {
      await page.getByLabel(labelOf(text, 'staff.money-yen')).fill('')
      await button(page, text('staff.money-receive-do')).click()
      await page.getByRole('alert').waitFor()
    },
    step: 'error',
  },
]

async function seen(page: Page, words: string): Promise<void> {
  await page.getByText(nameOf(words)).first().waitFor()
}

function owing(bed: StatesBed): Promise<string> {
  return bed.once('money: a booking that owes', () =>
    booked(bed, { from: '13:00', to: '15:00', options: [{ optionId: 'stage', count: 1 }] }),
  )
}

function paid(bed: StatesBed): Promise<string> {
  return bed.once('money: a booking that is paid', async () => {
    // A person has one attempt at a time.
    await owing(bed)
    const reservationId = await booked(bed, { from: '18:00', to: '20:00' })
    const answer = await bed.town.visitor(STAFF).post(`/api/staff/reservations/${reservationId}/payments`, {
      means: 'cash',
      yen: FEE,
      owedSeen: FEE,
      note: '窓口で受領',
    })
    if (answer.status !== 201) throw new Error(`not paid: ${answer.status}`)
    return reservationId
  })
}

async function booked(bed: StatesBed, times: Pick<Booking, 'from' | 'to' | 'options'>): Promise<string> {
  const date = bookableDay(bed.today, 16)
  return approved(
    bed.town,
    await applied(bed.town, { mail: HARUKA, date, ...times, eventName: '朝の音楽会', paid: true }),
  )
}
