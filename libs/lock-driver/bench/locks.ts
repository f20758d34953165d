import fc from 'fast-check'
import { days, QUIET } from '../tests/simulation/day.ts'
import { judge } from '../tests/simulation/judge.ts'
import { play, type Trace } from '../tests/simulation/play.ts'

const DAYS = Number(process.argv[2] ?? 10_000)
const QUIET_DAYS = Math.ceil(DAYS / 10)
const SEED = 20_241_201

process.exitCode = main()

/** Random days with everything that can go wrong, and quiet ones for what a code costs a battery. */
function main(): 0 | 1 {
  const sum = {
    openings: 0,
    closed: 0,
    other: 0,
    unreached: 0,
    alarmed: 0,
    mixedUp: 0,
    tries: 0,
    bookings: 0,
  }
  for (const day of fc.sample(days(), { numRuns: DAYS, seed: SEED })) {
    const trace = play(day)
    const { wrongs, unreached, alarmed } = judge(trace)
    if (wrongs.length > 0) print(`${wrongs[0]}: ${JSON.stringify(day)}`)
    sum.tries += trace.tries.length
    sum.bookings += day.bookings.length
    sum.openings += wrongs.filter(each => each.includes('outside')).length
    sum.closed += wrongs.filter(each => each.includes('closed')).length
    sum.other += wrongs.filter(each => !each.includes('outside') && !each.includes('closed')).length
    sum.unreached += unreached
    sum.mixedUp += trace.mixedUp
    sum.alarmed += alarmed
  }
  print(`${DAYS} random days with faults, ${sum.bookings} bookings, ${sum.tries} tries at the keypad:`)
  print(`  openings outside a window, lock reachable      ${sum.openings}`)
  print(`  closed inside a window, staff not told in time ${sum.closed}`)
  print(`  foreign codes lost, writes after a restart     ${sum.other}`)
  print(`  openings past an end that nobody could reach   ${sum.unreached} tries`)
  print(`  bookings before a closed door, staff told      ${sum.alarmed}`)
  print(`  set by hand where ours was in doubt, unreadable ${sum.mixedUp}`)
  const most = quiet()
  const isGood = sum.openings + sum.closed + sum.other === 0 && most.writes <= 3 && most.reads <= 3
  print(isGood ? 'as it should be' : 'NOT as it should be')
  return isGood ? 0 : 1
}

function quiet(): { readonly writes: number; readonly reads: number } {
  const cost = (answers: boolean) => {
    const traces = fc.sample(days(QUIET), { numRuns: QUIET_DAYS, seed: SEED }).map(day => {
      const capabilities = { ...day.lock.capabilities, statusAnswers: answers }
      return play({ ...day, lock: { ...day.lock, capabilities } })
    })
    return { writes: most(traces, 'writes'), reads: most(traces, 'reads'), again: rewrites(traces) }
  }
  const [told, mute] = [cost(true), cost(false)]
  print(`${QUIET_DAYS} quiet days on slot locks, the most for one code:`)
  print(
    `  whose lock answers with a status  ${told.writes} writes, ${told.reads} reads; ${told.again} writes after a restart`,
  )
  print(
    `  whose lock only hears             ${mute.writes} writes, ${mute.reads} reads; ${mute.again} writes after a restart`,
  )
  return told
}

function most(traces: readonly Trace[], what: 'writes' | 'reads'): number {
  return Math.max(0, ...traces.flatMap(trace => [...trace[what].values()]))
}

function rewrites(traces: readonly Trace[]): number {
  return traces.reduce((sum, { writesAfterRestart }) => sum + writesAfterRestart, 0)
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
