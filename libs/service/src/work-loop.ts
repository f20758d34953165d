export type WorkLoop = { readonly wake: () => void } & AsyncDisposable

/**
 * Works until `work` says that nothing is left, then waits until it is woken or the wait is over. A wake during the work counts.
 * What `work` throws is told and waited out: whatever must not be lost is a row that the next round finds.
 */
export function startWorkLoop(options: {
  readonly work: () => Promise<boolean>
  readonly waitMs: () => number
  readonly onError: (error: unknown) => void
}): WorkLoop {
  let stopped = false
  let woken = false
  let resume: () => void = () => undefined
  const wake = () => {
    woken = true
    resume()
  }
  const loop = (async () => {
    while (!stopped) {
      woken = false
      const outcome = await options.work().catch((error: unknown) => {
        options.onError(error)
        return 'failed' as const
      })
      if (stopped || outcome === true || (woken && outcome !== 'failed')) continue
      await new Promise<void>(resolve => {
        const timer = setTimeout(resolve, options.waitMs())
        resume = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  })()
  return {
    wake,
    async [Symbol.asyncDispose]() {
      stopped = true
      wake()
      await loop
    },
  }
}
