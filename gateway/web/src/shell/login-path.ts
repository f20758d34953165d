/** The login page that comes back to where the reader is now. */
export function loginPath(): string {
  const here = location.pathname + location.search
  return here === '/' || here.startsWith('/login') ? '/login' : `/login?next=${encodeURIComponent(here)}`
}

/** Where to go after a login: a path of our own, never another site's. */
export function nextPath(search: string): string {
  const next = new URLSearchParams(search).get('next') ?? '/my'
  return /^\/(?![/\\])/.test(next) ? next : '/my'
}
