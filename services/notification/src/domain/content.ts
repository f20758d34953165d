import type { Language } from '@asaichi/contract/actor.ts'
import type { DoorCode } from '@asaichi/contract/lock/door-codes.ts'
import type { getEntryMail } from '@asaichi/contract/lottery/entries.ts'
import type { getMailFacts } from '@asaichi/contract/reservation/reservation.ts'
import type { getWatchMail } from '@asaichi/contract/reservation/watches.ts'
import type { z } from 'zod'
import type { SigningCity } from './letter.ts'

export type ReservationFacts = z.output<(typeof getMailFacts)['output']>
export type EntryFacts = z.output<(typeof getEntryMail)['output']>
export type WatchFacts = z.output<(typeof getWatchMail)['output']>
export type Door = Pick<z.output<typeof DoorCode>, 'doorName' | 'code' | 'from' | 'to'>

/** What each mail says, gathered at the moment of sending. */
export type Content =
  | { readonly kind: 'confirm-registration'; readonly token: string; readonly expiresAt: string }
  | { readonly kind: 'already-registered' }
  | { readonly kind: 'login-code'; readonly code: string; readonly expiresAt: string }
  | { readonly kind: 'password-help'; readonly password: string; readonly expiresAt: string }
  | { readonly kind: 'password-changed' }
  | { readonly kind: 'permission-approved' }
  | { readonly kind: 'permission-returned'; readonly reason: string | null }
  | { readonly kind: 'entry-received'; readonly entry: EntryFacts }
  | { readonly kind: 'entry-won'; readonly entry: EntryFacts; readonly facts: ReservationFacts }
  | {
      readonly kind: 'entry-lost'
      readonly entry: EntryFacts
      /** When first-come opens for the use date (M18). */
      readonly firstComeAt: string
    }
  | {
      readonly kind: 'entry-void'
      readonly entry: EntryFacts
      /** Of a cancelled round. */
      readonly reason: string | null
    }
  | {
      readonly kind:
        | 'reservation-received'
        | 'reservation-refused'
        | 'reservation-cancelled'
        | 'reservation-expired'
      readonly facts: ReservationFacts
    }
  | { readonly kind: 'time-reopened'; readonly watch: WatchFacts }
  | {
      readonly kind: 'reservation-approved' | 'codes-changed'
      readonly facts: ReservationFacts
      readonly doors: readonly Door[]
    }

/** Around the content: who signs, who is addressed, and where the pages are (no trailing slash). */
export type Frame = { readonly city: SigningCity; readonly name: string; readonly publicUrl: string }

export type Recipient = { readonly name: string; readonly mail: string; readonly language: Language }
