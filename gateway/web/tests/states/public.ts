import { addDays } from '@asaichi/calendar/local-date.ts'
import { mitakaNotices } from '@asaichi/town/demo/mitaka.ts'
import { usualDayFrom } from '@asaichi/town/demo/year-end.ts'
import { headed, nameOf } from '../booking-steps.ts'
import { fullNewcomer, waitingNewcomer } from './newcomer.ts'
import { inMitaka } from './reader/in-mitaka.ts'
import type { ScreenState } from './state.ts'
import type { StatesBed } from './states-bed.ts'

const NOTICE = mitakaNotices[1]?.noticeId ?? ''
const free = ({ today }: StatesBed, more: string) =>
  `/search?free=1&from=${addDays(today, 1)}&to=${addDays(today, 28)}&minutes=120${more}&done=1`

/** R1 to R5, and R18 to R20. */
export const publicStates: readonly ScreenState[] = [
  {
    screen: 'R1',
    name: 'R1 home',
    as: 'anyone',
    path: () => '/cities/mitaka',
    reach: async (page, _, text) => {
      await page.getByRole('link', { name: nameOf(text('public.notices-all')) }).waitFor()
    },
    step: 'initial',
  },
  { screen: 'R1', name: 'R1 home, logged in', as: 'resident', path: () => '/', step: 'initial' },
  { screen: 'R1', name: 'R1 the choice of a city', as: 'anyone', path: () => '/', step: 'initial' },
  { screen: 'R2', name: 'R2 notices', as: 'resident', path: () => '/notices', step: 'initial' },
  {
    screen: 'R2',
    name: 'R2 notices of a facility',
    as: 'resident',
    path: ({ venueId }) => `/notices?venue=${venueId}`,
    step: 'filled',
  },
  { screen: 'R2', name: 'R2 a notice', as: 'anyone', path: () => `/notices/${NOTICE}`, step: 'initial' },
  { screen: 'R3', name: 'R3 search', as: 'anyone', path: () => '/search', reach: inMitaka, step: 'initial' },
  {
    screen: 'R3',
    name: 'R3 search for a free room',
    as: 'resident',
    path: () => '/search?free=1',
    step: 'initial',
  },
  {
    screen: 'R3',
    name: 'R3 search, free rooms found',
    as: 'resident',
    path: bed => free(bed, ''),
    reach: async (page, _, text) => {
      await page.getByRole('heading', { level: 2, name: nameOf(text('free.results')) }).waitFor()
      await page.getByRole('heading', { level: 3 }).first().waitFor()
    },
    step: 'filled',
  },
  {
    screen: 'R3',
    name: 'R3 search, another time of the day',
    as: 'resident',
    path: bed => free(bed, '&timeFrom=06:30&timeTo=08:30'),
    reach: async (page, _, text) => {
      await page.getByRole('heading', { level: 2, name: nameOf(text('free.near')) }).waitFor()
    },
    step: 'filled',
  },
  {
    screen: 'R3',
    name: 'R3 search, nothing found',
    as: 'resident',
    path: bed => free(bed, '&people=5000'),
    reach: async (page, _, text) => {
      await page.getByText(nameOf(text('free.none'))).waitFor()
    },
    step: 'filled',
  },
  {
    screen: 'R3',
    name: 'R3 search, the days the wrong way round',
    as: 'resident',
    path: ({ today }) => `/search?free=1&from=${addDays(today, 9)}&to=${addDays(today, 8)}`,
    reach: async (page, _, text) => {
      await page.getByRole('button', { name: nameOf(text('places.search-do')) }).click()
      await page.getByRole('alert').getByRole('link').waitFor()
    },
    step: 'error',
  },
  {
    screen: 'R4',
    name: 'R4 venue',
    as: 'anyone',
    path: ({ venueId }) => `/venues/${venueId}`,
    reach: async (page, _, text) => {
      await page.getByRole('link', { name: nameOf(text('places.venue-day')) }).waitFor()
    },
    step: 'initial',
  },
  {
    screen: 'R5',
    name: 'R5 room',
    as: 'anyone',
    path: ({ listingId }) => `/listings/${listingId}`,
    reach: async (page, _, text) => {
      await page.getByRole('heading', { name: nameOf(text('places.room-about')) }).waitFor()
    },
    step: 'initial',
  },
  {
    screen: 'R4',
    name: 'R4 venue, a favourite asked for without a login',
    as: 'anyone',
    path: ({ venueId }) => `/venues/${venueId}`,
    reach: async (page, _, text) => {
      await page.getByRole('button', { name: nameOf(text('places.favourite-add')) }).click()
      await page.getByText(nameOf(text('places.favourite-login-text'))).waitFor()
    },
    step: 'error',
  },
  {
    screen: 'R5',
    name: 'R5 room, a favourite',
    as: 'resident',
    path: ({ listingId }) => `/listings/${listingId}`,
    reach: async (page, _, text) => {
      const [add, remove] = (['places.favourite-add', 'places.favourite-remove'] as const).map(key =>
        page.getByRole('button', { name: nameOf(text(key)) }),
      )
      if (!add || !remove) return
      await add.or(remove).waitFor()
      if (await add.isVisible()) await add.click()
      await remove.waitFor()
    },
    step: 'filled',
  },
  {
    screen: 'R5',
    name: 'R5 room, for an event with charges',
    as: 'anyone',
    path: ({ paidListingId }) => `/listings/${paidListingId}`,
    reach: async (page, _, text) => {
      await page.getByRole('heading', { name: nameOf(text('places.fee-title')) }).waitFor()
    },
    step: 'initial',
  },
  { screen: 'R18', name: 'R18 help', as: 'anyone', path: () => '/help', reach: inMitaka, step: 'initial' },
  {
    screen: 'R18',
    name: 'R18 help, a day looked up',
    as: 'resident',
    path: () => '/help',
    reach: async (page, bed, text) => {
      await page.getByText(nameOf(text('help.why-all-well-text'))).waitFor()
      await page.getByLabel(nameOf(text('help.day-check-room'))).selectOption(bed.listingId)
      await page.getByLabel(nameOf(text('help.day-check-date'))).fill(usualDayFrom(addDays(bed.today, 60)))
      await page.getByRole('button', { name: nameOf(text('help.day-check-do')) }).click()
      await page.getByText(nameOf(text('help.day-before-lottery'))).waitFor()
    },
    step: 'filled',
  },
  {
    screen: 'R18',
    name: 'R18 help, not approved yet',
    as: async bed => await (await waitingNewcomer(bed)).session(),
    path: () => '/help',
    reach: async (page, _, text) => {
      await page.getByText(nameOf(text('help.why-not-approved'))).waitFor()
    },
    step: 'filled',
  },
  {
    screen: 'R18',
    name: 'R18 help, as many bookings as allowed',
    as: async bed => await (await fullNewcomer(bed)).session(),
    path: () => '/help',
    reach: async (page, _, text) => {
      await page.getByText(nameOf(text('help.why-quota'))).waitFor()
    },
    step: 'filled',
  },
  {
    screen: 'R18',
    name: 'R18 help, no day given',
    as: 'resident',
    path: () => '/help',
    reach: async (page, _, text) => {
      await page.getByRole('button', { name: nameOf(text('help.day-check-do')) }).click()
      await page
        .getByRole('alert')
        .getByRole('link', { name: nameOf(text('help.day-check-date-missing')) })
        .waitFor()
    },
    step: 'error',
  },
  {
    screen: 'R19',
    name: 'R19 the largest text',
    as: 'resident',
    path: () => '/',
    reach: async (page, _, text) => {
      await page.getByLabel(nameOf(text('common.text-size'))).selectOption('largest')
      await page.locator("html[data-text-size='largest']").waitFor()
    },
    step: 'initial',
  },
  {
    screen: 'R20',
    name: 'R20 no such page',
    as: 'anyone',
    path: () => '/nowhere',
    reach: async (page, _, text) => await headed(page, text('common.not-found-title')),
    step: 'initial',
  },
  {
    screen: 'R20',
    name: 'R20 no such venue',
    as: 'anyone',
    path: () => '/venues/nowhere',
    reach: async (page, _, text) => await headed(page, text('common.not-found-title')),
    step: 'error',
  },
  {
    screen: 'R20',
    name: 'R20 a page that needs a login',
    as: 'anyone',
    path: () => '/permission',
    reach: async (page, _, text) => {
      await page.getByText(nameOf(text('common.login-needed-text'))).waitFor()
    },
    step: 'error',
  },
]
