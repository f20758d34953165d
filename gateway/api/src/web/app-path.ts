// Whatever has a dot is a file's name, and these belong to others: neither may turn into a page by being mistyped.
const NOT_OURS = /^\/(?:api|assets|docs|openapi\.json)(?:\/|$)|\.[^/]*$/i

/**
 * Whether a GET asks for a page of the web app: at a path that is neither the API's nor a file's, whoever asks, unless they say that
 * they cannot read a page. Link checkers, previews and readers of QR codes send no `Accept` or a wildcard (RFC 9110 12.5.1).
 */
export function isAppPath(path: string, accept: string | undefined): boolean {
  return path === '/' || (!NOT_OURS.test(path) && takesHtml(accept))
}

// The most specific range that fits decides.
const RANGES = ['text/html', 'text/*', '*/*']

function takesHtml(accept = ''): boolean {
  if (accept.trim() === '') return true
  const weights = new Map(accept.split(',').map(weightOf))
  const decisive = RANGES.find(range => weights.has(range))
  return decisive !== undefined && weights.get(decisive) !== 0
}

function weightOf(part: string): readonly [range: string, weight: number] {
  const [range = '', ...parameters] = part.split(';').map(word => word.trim().toLowerCase())
  const weight = parameters.find(word => /^q\s*=/.test(word))?.replace(/^q\s*=\s*/, '')
  return [range, weight === undefined ? 1 : Number(weight)]
}
