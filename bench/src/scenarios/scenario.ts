import type { Bench } from '../bench.ts'

/** Numbers of one run, by name. */
export type Sample = Readonly<Record<string, number>>

/** A `rehearsal` is short and not counted: compilers and caches get warm in it. */
export type Turn = { readonly nr: number; readonly rehearsal: boolean }

export type Scenario = (bench: Bench, turn: Turn) => Promise<Sample>

export function secondsOf({ rehearsal }: Turn, seconds: number): number {
  return rehearsal ? Math.min(2, seconds) : seconds
}

/** `cpu of <process>` in µs a piece, for the table of who spends it. */
export function cpuRows(byProcess: Readonly<Record<string, number>>, pieces: number): Sample {
  return Object.fromEntries(
    Object.entries(byProcess).map(([name, micros]) => [`cpu of ${name}`, micros / pieces]),
  )
}
