import { isOutage } from '@asaichi/bus/transient.ts'

/**
 * Does for many at once what would be done for each; where that fails for the sake of one of them, it is done again for each
 * half, in their order, until only the guilty meets the error. Costs nothing while nothing fails, and a crowd with one guilty
 * twice the logarithm of its size. `work` has to leave nothing behind where it throws. Never throws itself.
 */
export async function apart<T>(
  all: readonly T[],
  work: (some: readonly T[]) => Promise<void>,
  failed: (one: T, error: unknown) => void,
): Promise<void> {
  try {
    await work(all)
  } catch (error) {
    if (all.length === 1 || isOutage(error)) {
      for (const one of all) failed(one, error)
      return
    }
    const middle = Math.ceil(all.length / 2)
    await apart(all.slice(0, middle), work, failed)
    await apart(all.slice(middle), work, failed)
  }
}
