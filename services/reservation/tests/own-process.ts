import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { ReservationBed } from './reservation-bed.ts'

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url))

/** The service as a process of its own, which a test can kill. */
export function startProcess(bed: ReservationBed): ChildProcess {
  const settings = Object.entries(bed.config('reservation')).map(([name, value]) => [name, String(value)])
  return spawn(process.execPath, [MAIN], {
    env: { ...process.env, ...Object.fromEntries(settings) },
    stdio: 'ignore',
  })
}
