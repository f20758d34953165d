/** What the runner tells the generator: plain JSON, so that k6 needs no package of ours. Times are ms unless named. */
export type Plan = {
  readonly baseUrl: string
  readonly mailUrl: string
  readonly cityId: string
  readonly termsVersion: string
  readonly date: string
  readonly month: string
  /** 07:00 by the town's clock, and the same moment by the machine's. */
  readonly t0: string
  readonly t0RealMs: number
  readonly password: string
  readonly slots: readonly Slot[]
  readonly load: Load
}

export type Slot = { readonly listingId: string; readonly from: string; readonly to: string }

/** Someone who presses: logged in since before the hour, at an address of their own. */
export type Presser = { readonly personId: string; readonly token: string; readonly address: string }

/** The groups have nobody in common, so that one's rate or quota never answers for the other's. */
export type Crowd = {
  readonly press: readonly Presser[]
  readonly tail: readonly Presser[]
  readonly signin: readonly { readonly mail: string; readonly address: string }[]
}

export type Stage = { readonly perSecond: number; readonly seconds: number }

export type Load = {
  readonly press: {
    readonly residents: number
    /** A human's aim at the hour: whoever is too early is told so and presses again. */
    readonly jitter: { readonly meanMs: number; readonly deviationMs: number }
    /** Within this time before the hour the pages are opened. */
    readonly arriveWithinMs: number
  }
  readonly tail: { readonly residents: number; readonly stages: readonly Stage[] }
  readonly watch: { readonly perSecond: number; readonly secondsAfter: number }
  readonly signin: { readonly stages: readonly Stage[] }
  readonly limits: {
    readonly pressP99Ms: number
    readonly tailP99Ms: number
    readonly watchP99Ms: number
    readonly signinP95Ms: number
    /** The generator's own: how late a press was sent. */
    readonly lateP99Ms: number
  }
}

/** How one resident's wish to press ended; one line of JSON each in the file of answers. Times count from 07:00 by the town's clock. */
export type Answered = {
  readonly by: 'press' | 'tail'
  readonly personId: string
  readonly key: string
  readonly slot: string
  readonly status: number
  readonly code: string | null
  readonly reservationId: string | null
  readonly receiptId: string | null
  readonly place: number | null
  readonly aimedAtMs: number
  /** The try that was answered for good. */
  readonly sentAtMs: number
  readonly answeredAtMs: number
  readonly tries: number
}
