// Whatever has a dot is a file's name, and these belong to others: neither may turn into a page by being mistyped.
const NOT_OURS = /^\/(?:api|assets|docs|openapi\.json)(?:\/|$)|\.[^/]*$/i

/** Whether a GET asks for a page of the web app: a person's browser, at a path that is neither the API's nor a file's. */
export function isAppPath(path: string, accept: string | undefined): boolean {
  if (path === '/') return true
  return !NOT_OURS.test(path) && /(?:^|,)\s*text\/html\s*(?:[;,]|$)/i.test(accept ?? '')
}
