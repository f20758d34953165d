import type { Log } from '@asaichi/service/log.ts'

/** Documents are taken one after another: two sets at once could be judged against the same current one. */
export function createOrder(log: Log): (task: () => Promise<void>) => Promise<void> {
  let last = Promise.resolve()
  return task => {
    last = last.then(task).catch((err: unknown) => log.error({ err }, 'message not handled'))
    return last
  }
}
