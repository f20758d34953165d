export function reservationPath(
  reservationId: string,
  page: '' | '/cancel' | '/invoice' | '/payment-receipt' | '/details' | '/move' = '',
): string {
  return `/reservations/${reservationId}${page}`
}

export function entryPath(entryId: string, page: '' | '/withdraw' = ''): string {
  return `/entries/${entryId}${page}`
}

/** V1: the public record of the draw that a use date belongs to. */
export function roundPath(cityId: string, date: string, page: '' | '/check' = ''): string {
  return `/rounds/${cityId}/${date}${page}`
}
