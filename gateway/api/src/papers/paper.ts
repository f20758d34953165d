/** A document of a city as its parts, before it is drawn: read from top to bottom, so that the drawing knows nothing of bookings. */
export type Paper = {
  readonly title: string
  /** Number and days, at the right. */
  readonly head: readonly string[]
  readonly to?: string
  readonly lead?: string
  /** Names and values; a value may have lines. */
  readonly facts?: readonly (readonly [name: string, value: string])[]
  readonly table?: PaperTable
  readonly notes: readonly string[]
  /** Who issues it, at the right. */
  readonly issuer: readonly string[]
}

export type PaperTable = {
  readonly columns: readonly { readonly name: string; readonly share: number }[]
  readonly rows: readonly (readonly string[])[]
}
