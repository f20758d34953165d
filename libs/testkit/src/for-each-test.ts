import { beforeEach } from 'vitest'

/**
 * What each test of a file stands on, begun before it and closed after it: `const bed = forEachTest(() => startBed())`. Between
 * tests there is nothing behind it.
 */
export function forEachTest<B extends object>(start: () => Promise<B>): B {
  let current: B | undefined
  beforeEach(async () => {
    const bed = await start()
    current = bed
    return async () => {
      current = undefined
      if (Symbol.asyncDispose in bed) await (bed as Partial<AsyncDisposable>)[Symbol.asyncDispose]?.()
    }
  })
  // Safe: whatever is asked of it is asked of the bed of the test that runs.
  return new Proxy({} as B, {
    get(_, name) {
      if (!current) throw new Error('there is no bed outside a test')
      return Reflect.get(current, name, current)
    },
  })
}
