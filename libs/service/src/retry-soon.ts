/** Seconds until another try, 1 to 3: spread, so that those who were sent away together do not come back together. */
export function retrySoon(): number {
  return 1 + Math.floor(Math.random() * 3)
}
