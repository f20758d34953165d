import type { Page } from 'playwright-core'
import type { Reading } from './reading.ts'
import type { StatesBed } from './states-bed.ts'

/**
 * One thing a screen can look like. The gates (axe, reflow, screenshots) walk every state of every area's list in a new
 * page with empty storage, so a state begins at its path and not where another one ended.
 */
export type ScreenState = {
  /** Of the issue and of the footer: `R6`. */
  readonly screen: ScreenId
  /** `R6 availability, a date picked`: the screen, then what is to be seen; unique. */
  readonly name: string
  readonly as: Role | ((bed: StatesBed) => Promise<string>)
  readonly path: (bed: StatesBed) => string | Promise<string>
  /**
   * From the path to the state, with every wait for what is to be seen. Find by role and by `text('booking.next')`, which
   * speaks the language on the page. Never log out: the session is shared.
   */
  readonly reach?: (page: Page, bed: StatesBed, text: Reading) => Promise<void>
  /** A form has all three: as it opens, filled, and refused. */
  readonly step: 'initial' | 'filled' | 'error'
}

/** People of Mitaka's demo; a function of the bed answers the session of anybody else, as `name=value`. */
export type Role = 'anyone' | 'resident' | 'staff' | 'admin'

/** Every screen that the matrix must find in some list; a `form` also filled and with its errors. X1 and X2 are the demo's own. */
export const SCREENS = {
  R1: { shows: 'the home page with the newest notices' },
  R2: { shows: 'notices' },
  R3: { shows: 'the search for a room', form: true },
  R4: { shows: 'a venue' },
  R5: { shows: 'a room' },
  R6: { shows: 'free times of a room: month, day and range' },
  R7: { shows: 'all rooms of a venue on one day' },
  R8: { shows: 'registration', form: true },
  R9: { shows: 'login with the mailed code', form: true },
  R10: { shows: 'help with a lost password', form: true },
  R11: { shows: 'the permission to use a city’s rooms', form: true },
  R12: { shows: 'an entry for the lottery', form: true },
  R13: { shows: 'an application, first come', form: true },
  R14: { shows: 'waiting for 07:00' },
  R15: { shows: 'my page' },
  R16: { shows: 'a reservation with its codes' },
  R17: { shows: 'cancelling and moving' },
  R18: { shows: 'why I cannot book' },
  R19: { shows: 'language and text size' },
  R20: { shows: 'errors' },
  R21: { shows: 'an invitation to work for a city', form: true },
  R22: { shows: 'an invoice, or the receipt of its payment' },
  T1: { shows: 'the work of today' },
  T2: { shows: 'the queue of registrations', form: true },
  T3: { shows: 'the queue of applications', form: true },
  T4: { shows: 'the day of a venue', form: true },
  T5: { shows: 'booking for a caller', form: true },
  T7: { shows: 'what a city sets: its rules, venues and rooms', form: true },
  T8: { shows: 'writing notices', form: true },
  T9: { shows: 'one person, with all bookings', form: true },
  T10: { shows: 'what is owed and paid', form: true },
  T11: { shows: 'how the rooms are used' },
  T12: { shows: 'the board of locks' },
  T13: { shows: 'the attempts for a time, in their order' },
  T14: { shows: 'what staff searched for' },
  T15: { shows: 'who works for a city', form: true },
  T16: { shows: 'the cities of an installation, and its operators', form: true },
  T17: { shows: 'a city as who runs the installation sees it' },
  T18: { shows: 'registering somebody without mail', form: true },
  T19: { shows: 'what somebody without mail has to be told', form: true },
  T20: { shows: 'the own authenticator app', form: true },
  T21: { shows: 'what was done in a city, by whom and to whom', form: true },
  K1: { shows: 'the wall display' },
  L1: { shows: 'the virtual keypad' },
  L2: { shows: 'the printable guide to a lock' },
  X1: { shows: 'the demo’s mailbox' },
  X2: { shows: 'the demo’s clock' },
} as const satisfies Readonly<Record<string, { readonly shows: string; readonly form?: true }>>
export type ScreenId = keyof typeof SCREENS
