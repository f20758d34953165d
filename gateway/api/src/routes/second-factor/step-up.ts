/**
 * V9: what a stolen session, or somebody at an empty desk, could do the most harm with, by method and path: these ask for a second
 * factor that was given within the last ten minutes. `tests/step-up.test.ts` holds the list against the routes.
 */
export const STEP_UP: ReadonlySet<string> = new Set([
  'get /api/staff/ledger.csv',
  'get /api/staff/use-report.csv',
  'get /api/staff/use-report.xlsx',
  'get /api/staff/venues/{venueId}/days/{date}/sheet.pdf',
  'post /api/staff/hold-requests/{requestId}/allow',
  'post /api/staff/rounds/{roundId}/cancel',
  'post /api/staff/rounds/{roundId}/redraw',
  'post /api/staff/venues/{venueId}/emergency-codes',
  'post /api/staff/venues/{venueId}/emergency-codes/show',
  'post /api/staff/venues/{venueId}/spare-codes',
  'post /api/staff/reservations/{reservationId}/spare-codes',
  'put /api/cities/{cityId}/settings',
  'put /api/cities/{cityId}/venues/{venueId}/settings',
  'post /api/operator/cities',
  'post /api/cities/{cityId}/team/invitations',
  'delete /api/cities/{cityId}/team/invitations/{invitationId}',
  'post /api/cities/{cityId}/team/{personId}/role',
  'delete /api/cities/{cityId}/team/{personId}',
  'delete /api/cities/{cityId}/team/{personId}/second-factor',
  'post /api/second-factor',
])

export function asksForFresh({ method, path }: { readonly method: string; readonly path: string }): boolean {
  return STEP_UP.has(`${method} ${path}`)
}
