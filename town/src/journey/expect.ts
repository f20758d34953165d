/** A step that did not go as the rules say. */
export class JourneyError extends Error {
  override readonly name = 'JourneyError'
}

export function must(condition: boolean, otherwise: string): asserts condition {
  if (!condition) throw new JourneyError(otherwise)
}

export function mustBe(actual: unknown, expected: unknown, what: string): void {
  must(
    Object.is(actual, expected),
    `${what}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`,
  )
}

/** Looks again and again until there is something; the town works in the background. */
export async function waitFor<T>(
  what: string,
  look: () => Promise<T | undefined>,
  deadlineMs = 10_000,
): Promise<T> {
  const until = performance.now() + deadlineMs
  for (;;) {
    const found = await look()
    if (found !== undefined) return found
    must(performance.now() < until, `${what}: nothing after ${deadlineMs / 1000} s`)
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}
