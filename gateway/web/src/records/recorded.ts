/** Where a record says that it is: the Japanese names, as they stand on the building. */
export type RecordedPlace = {
  readonly venueId?: string
  readonly listingId: string
  readonly venueName: string
  readonly spaceName: string
}

export type RecordedDoor = { readonly venueId: string; readonly lockId: string; readonly doorName: string }
