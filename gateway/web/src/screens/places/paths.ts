/** A room's calendar, opened at a wanted time. */
export function availabilityPath(
  listingId: string,
  wanted: { readonly date?: string; readonly from?: string; readonly to?: string } = {},
): string {
  const query = new URLSearchParams(wanted).toString()
  return `/listings/${listingId}/availability${query === '' ? '' : `?${query}`}`
}
