import { PASSWORD_WORK } from '../src/passwords/password-pool.ts'

/** Nobody is hashed for who waited longer. */
export const WAIT_S = PASSWORD_WORK.waitMs / 1_000

type Waiting<A> = { readonly attempt: A; readonly rank: number; readonly atS: number }

/** The line of `passwords/password-pool.ts`, with a clock that is told. */
export function createPool<A>(on: {
  readonly start: (attempt: A, nowS: number) => void
  readonly drop: (attempt: A, nowS: number) => void
}) {
  const waiting: Waiting<A>[] = []
  let busy = 0
  const drop = (one: Waiting<A>, nowS: number) => {
    waiting.splice(waiting.indexOf(one), 1)
    on.drop(one.attempt, nowS)
  }
  const serve = (nowS: number) => {
    const isLate = ({ atS }: Waiting<A>) => nowS - atS > WAIT_S
    for (let late = waiting.find(isLate); late; late = waiting.find(isLate)) drop(late, nowS)
    for (let next = waiting[0]; next && busy < PASSWORD_WORK.slots; next = waiting[0]) {
      waiting.shift()
      busy += 1
      on.start(next.attempt, nowS)
    }
  }
  return {
    ask(attempt: A, rank: number, nowS: number): void {
      const behind = waiting.findIndex(other => other.rank > rank)
      waiting.splice(behind === -1 ? waiting.length : behind, 0, { attempt, rank, atS: nowS })
      serve(nowS)
      const last = waiting.length > PASSWORD_WORK.queue ? waiting.at(-1) : undefined
      if (last) drop(last, nowS)
    },
    finished(nowS: number): void {
      busy -= 1
      serve(nowS)
    },
  }
}
