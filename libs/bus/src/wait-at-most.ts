/** Waits for `work` to end, well or badly, but no longer than the limit. */
export async function waitAtMost(limitMs: number, work: Promise<unknown>): Promise<void> {
  const limit = Promise.withResolvers<void>()
  const timer = setTimeout(limit.resolve, limitMs)
  await Promise.race([work, limit.promise]).catch(() => undefined)
  clearTimeout(timer)
}
