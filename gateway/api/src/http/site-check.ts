/** Whether a write may have been made by a page of another site (A24). */
export type SiteCheck = (headers: {
  readonly origin: string | undefined
  readonly fetchSite: string | undefined
}) => boolean

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Browsers send `Origin` with every POST and DELETE, the newer ones `Sec-Fetch-Site` too, and no page can forge either.
 * A request with neither is no browser's: it acts on nobody's behalf but its own.
 */
export function createSiteCheck(publicUrl: string): SiteCheck {
  const own = new URL(publicUrl)
  // A developer writes localhost and 127.0.0.1 as one; other names for us are nobody's own.
  const isOwn = LOOPBACK.has(own.hostname) ? sameLoopback(own) : (origin: string) => origin === own.origin
  return ({ origin, fetchSite }) => {
    if (fetchSite !== undefined && fetchSite !== 'same-origin' && fetchSite !== 'none') return true
    return origin !== undefined && !isOwn(origin)
  }
}

function sameLoopback(own: URL): (origin: string) => boolean {
  const origins = new Set([...LOOPBACK].map(host => new URL(`${own.protocol}//${host}:${own.port}`).origin))
  return origin => origins.has(origin)
}
