/** Runs tasks of one key one after another; tasks of different keys side by side. */
export type Turns = <T>(key: string, task: () => Promise<T>) => Promise<T>

export function createTurns(): Turns {
  const last = new Map<string, Promise<unknown>>()
  return async (key, task) => {
    const previous = last.get(key)
    const mine = previous ? previous.then(task, task) : task()
    last.set(key, mine)
    try {
      return await mine
    } finally {
      if (last.get(key) === mine) last.delete(key)
    }
  }
}
