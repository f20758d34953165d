import type { Application } from '@asaichi/contract/reservation/reservation.ts'

/** One press of one person's button. `bodyHash` tells whether a repeated key came with the same application. */
export type Attempt = {
  readonly personId: string
  readonly cityId: string
  readonly key: string
  readonly bodyHash: string
  readonly application: Application
  /** W3C `traceparent`, where this press is traced: a batch decides presses of many. */
  readonly trace?: string | undefined
  /** G13: the staff member who pressed for the person. */
  readonly bookedByPerson?: string
  /** The ids it will have if it is accepted, made outside so that judging stays pure. */
  readonly ids: { readonly receiptId: string; readonly reservationId: string; readonly occupancyId: string }
}
