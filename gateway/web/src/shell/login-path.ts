/** The login page that comes back to where the reader is now. */
export function loginPath(): string {
  return location.pathname.startsWith('/login') ? '/login' : withNext('/login')
}

/** A page that comes back to where the reader is now. */
export function withNext(path: string): string {
  const here = location.pathname + location.search
  return here === '/' ? path : `${path}?next=${encodeURIComponent(here)}`
}

/** Where to go after a login: a path of our own, never another site's. */
export function nextPath(search: string, otherwise = '/my'): string {
  const next = new URLSearchParams(search).get('next') ?? otherwise
  return /^\/(?![/\\])/.test(next) ? next : otherwise
}
