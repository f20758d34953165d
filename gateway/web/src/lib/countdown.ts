const MINUTE_MS = 60_000

/** `2:05:09`, `5:09`; hours of many days are counted on, so that nothing must be translated. */
export function countdownText(leftMs: number): string {
  const seconds = Math.max(0, Math.ceil(leftMs / 1000))
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return h > 0 ? `${h}:${padded(m)}:${padded(s)}` : `${m}:${padded(s)}`
}

/** What has to be announced by now; nothing while more than five minutes are left. */
export function milestone(leftMs: number): 'five' | 'one' | 'open' | undefined {
  if (leftMs <= 0) return 'open'
  if (leftMs <= MINUTE_MS) return 'one'
  return leftMs <= 5 * MINUTE_MS ? 'five' : undefined
}

function padded(value: number): string {
  return String(value).padStart(2, '0')
}
